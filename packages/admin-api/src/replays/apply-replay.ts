import { applyReplay as apply } from "@leadrelay/delivery/replay/apply-replay";
import { getReplay } from "@leadrelay/delivery/replay/get-replay";
import { replayFigures } from "@leadrelay/core/replay/replay-figures";
import { requireActor } from "../access/require-actor.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { auditReplay } from "./audit-replay.ts";
import { noSuchPlan, ownPlanning } from "./own-planning.ts";
import { replayParams, replayStandingSchema } from "./replay-schema.ts";
import { toStanding } from "./to-replay.ts";

export const applyReplay = changeEndpoint({
  method: "post",
  path: "/api/replays/{replay_id}/apply",
  operationId: "applyReplay",
  tag: "Replays",
  summary: "Send what a plan found",
  description:
    "Goes on by itself, in steps that survive a crash, at the plan's pace, under the delivery ids that were used before. Applying it again sends nothing twice and answers where it stands.",
  access: { permission: "deliveries:replay" },
  params: replayParams,
  status: 202,
  answer: replayStandingSchema,
  async handle({ params, access, dependencies }) {
    const { replays, now } = dependencies;
    const appliedBy = requireActor(access).id;
    const application = await apply(access.scope, { planId: params.replay_id, appliedBy }, replays);
    switch (application.kind) {
      case "not_found":
        if ((await ownPlanning(access, params.replay_id, dependencies)) === undefined) throw noSuchPlan();
        throw apiProblem(
          "conflict",
          `It is not made yet: \`leadrelay queue replay --plan ${params.replay_id}\` goes on with it, and then it can be applied.`,
        );
      case "cancelled":
        throw apiProblem("conflict", "It was cancelled: plan anew with `leadrelay queue replay`.");
      case "expired":
        throw apiProblem(
          "conflict",
          "Nobody applied it within a day, and much may have changed: plan anew with `leadrelay queue replay`.",
        );
      case "applied": {
        const standing = await getReplay(access.scope, params.replay_id, replays);
        if (standing === undefined) throw noSuchPlan();
        return { audit: [], answer: { body: toStanding(standing, now()) } };
      }
      case "ready": {
        const { plan, control, begin } = application;
        const figures = replayFigures(plan.summary.count, [], []);
        return {
          control,
          decideAnew: true,
          afterwards: begin,
          audit: auditReplay(access, plan, "replay.applied"),
          answer: { body: toStanding({ plan, figures }, now()) },
        };
      }
    }
  },
});
