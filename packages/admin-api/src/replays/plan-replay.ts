import { z } from "@hono/zod-openapi";
import type { ReplayFilter } from "@leadrelay/contracts/replay";
import { beginPlan } from "@leadrelay/delivery/replay/plan-replay";
import { requireActor } from "../access/require-actor.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { claimPlan, takePlanningStep } from "./planning-step.ts";
import { replayFilterSchema, replaySchema } from "./replay-schema.ts";

const ownNames = {
  dead: ["kinds", "causes", "status_codes", "fingerprints"],
  unsent: ["rules", "submission_ids"],
} as const;

export const planReplay = changeEndpoint({
  method: "post",
  path: "/api/replays",
  operationId: "planReplay",
  tag: "Replays",
  summary: "Plan to send again what did not land, or what was never sent",
  description:
    "Counts what a filter finds, all of it and not a page, and says what would be skipped and why. A request looks at a bounded part: while the state is `planning`, go on with `/api/replays/{replay_id}/continue`. Each caller makes one plan at a time; one that nobody goes on with lapses after two minutes. Nothing is sent before the plan is applied, which can be done for a day. The plan keeps the clients you may replay now.",
  access: { permission: "deliveries:replay" },
  body: z.strictObject({
    filter: replayFilterSchema,
    per_second: z.number().min(0.1).max(1000).nullable().optional().openapi({
      description:
        "Requests a second at each destination; null: as fast as they go. Absent: what the receivers take.",
    }),
  }),
  status: 201,
  answer: replaySchema,
  async handle({ body, access, dependencies }) {
    const createdBy = requireActor(access).id;
    const filter = readFilter(body.filter);
    const pace = body.per_second === undefined ? {} : { perSecond: body.per_second };
    const request = { id: dependencies.newId(), filter, createdBy, ...pace };
    await claimPlan(access, request.id, dependencies);
    return takePlanningStep(access, request, dependencies, () =>
      beginPlan(access.scope, request, dependencies.replays),
    );
  },
});

/** Throws the 422 of a filter that asks one state for what only another has. */
function readFilter(given: z.output<typeof replayFilterSchema>): ReplayFilter {
  for (const status of ["dead", "unsent"] as const) {
    const odd = ownNames[status].filter((name) => given.status !== status && given[name] !== undefined);
    if (odd.length > 0)
      throw apiProblem("invalid", `Only with status ${status}: ${odd.join(", ")}.`, {
        errors: odd.map((name) => ({ field: `filter.${name}`, detail: `goes with status ${status} only` })),
      });
  }
  // A list that is absent takes all: the copy leaves it out.
  return JSON.parse(JSON.stringify(given)) as ReplayFilter;
}
