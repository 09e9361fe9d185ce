import { z } from "@hono/zod-openapi";
import { reopenLetters } from "@leadrelay/db/dead-letters/settle-letters";
import { requireActor } from "../access/require-actor.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { auditGroup } from "./audit-group.ts";
import { groupBody, groupStepSchema, readGroupStep } from "./group-step.ts";

/** How long what was discarded can be taken back. */
const undoMs = 3_600_000;

export const reopenGroup = changeEndpoint({
  method: "post",
  path: "/api/dead-letter-groups/reopen",
  operationId: "reopenDeadLetterGroup",
  tag: "Dead letters",
  summary: "Open the letters of a group again that you discarded within the hour",
  description:
    "What was sent, or failed anew, since then stays as it is. In steps, as they were discarded: go on with `next_cursor` until it is null.",
  access: { permission: "deliveries:replay" },
  body: groupBody.extend({
    discarded_since: z.int().min(0).openapi({
      description: "Discarded by you then or later: the `at` of the first step, in milliseconds UTC.",
    }),
  }),
  answer: groupStepSchema,
  async handle({ body, access, dependencies }) {
    const at = dependencies.now();
    const { discarded_since: since } = body;
    if (since < at - undoMs)
      throw apiProblem("conflict", "It was discarded more than an hour ago: retry what it is about instead.");
    const settled = { by: requireActor(access).id, since };
    const wanted = { state: "discarded", until: Number.MAX_SAFE_INTEGER, settled } as const;
    const step = await readGroupStep(access.scope, body, wanted, dependencies);
    const count = step.ids.length;
    return {
      ...(count === 0
        ? {}
        : { lead: { database: step.database, statements: reopenLetters(access.scope, step) } }),
      decideAnew: true,
      audit: auditGroup(access, "dead_letter_group.reopened", body, { count }),
      answer: { body: { count, next_cursor: step.next, at } },
    };
  },
});
