import { getReplay as find } from "@leadrelay/delivery/replay/get-replay";
import { continuePlan } from "@leadrelay/delivery/replay/plan-replay";
import { claimPlanningStep } from "@leadrelay/db/replays/planning";
import { runOne } from "@leadrelay/db/run-batch";
import { requireActor } from "../access/require-actor.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { noSuchPlan, ownPlanning } from "./own-planning.ts";
import { leaseFrom, takePlanningStep } from "./planning-step.ts";
import { replayParams, replaySchema } from "./replay-schema.ts";
import { toReplay } from "./to-replay.ts";

export const continuePlanning = changeEndpoint({
  method: "post",
  path: "/api/replays/{replay_id}/continue",
  operationId: "continuePlanning",
  tag: "Replays",
  summary: "Go on making a plan that is not whole yet",
  description:
    "Looks at as much again as one request may, of the plan you began; ask again while the state is `planning`. A plan that is made already is answered as it is.",
  access: { permission: "deliveries:replay" },
  params: replayParams,
  answer: replaySchema,
  async handle({ params: { replay_id: planId }, access, dependencies }) {
    const { control, replays, now } = dependencies;
    const own = await ownPlanning(access, planId, dependencies);
    if (own === undefined) {
      const made = await find(access.scope, planId, replays);
      if (made === undefined) throw noSuchPlan();
      return { audit: [], answer: { body: toReplay(made.plan, now()) } };
    }
    const createdBy = requireActor(access).id;
    const lease = leaseFrom(now());
    const { planning } = own;
    if (own.lapsesAt <= lease.nowMs) throw noSuchPlan();
    const claimed = await runOne(control, claimPlanningStep(access.scope, { createdBy, planId }, lease));
    if (planning === undefined || claimed === 0)
      throw apiProblem(
        "conflict",
        "A step of this plan is under way: ask again in a moment. One that crashed holds it up for a minute at most.",
      );
    return takePlanningStep(access, planning, dependencies, () =>
      continuePlan(access.scope, planning, replays),
    );
  },
});
