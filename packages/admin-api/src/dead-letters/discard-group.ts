import { z } from "@hono/zod-openapi";
import { settleLetters } from "@leadrelay/db/dead-letters/settle-letters";
import { requireActor } from "../access/require-actor.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { reasonBody } from "../pages/reason-body.ts";
import { auditGroup } from "./audit-group.ts";
import { groupBody, groupStepSchema, readGroupStep } from "./group-step.ts";

export const discardGroup = changeEndpoint({
  method: "post",
  path: "/api/dead-letter-groups/discard",
  operationId: "discardDeadLetterGroup",
  tag: "Dead letters",
  summary: "Give the open dead letters of a group up",
  description:
    "A step gives at most a hundred up: go on with `next_cursor` until it is null. Each step is whole or not done at all, so that going on after a crash, or two at once, gives no letter up twice. What fails after `until` is not among them. Their leads count as never sent.",
  access: { permission: "deliveries:replay" },
  body: groupBody.extend({
    ...reasonBody.shape,
    until: z.int().min(0).openapi({ description: "Failed last then or before, in milliseconds UTC." }),
  }),
  answer: groupStepSchema,
  async handle({ body, access, dependencies }) {
    const { reason, until } = body;
    const by = requireActor(access).id;
    const at = dependencies.now();
    const step = await readGroupStep(access.scope, body, { state: "open", until }, dependencies);
    const count = step.ids.length;
    const settling = { state: "discarded", by, reason, nowMs: at } as const;
    return {
      ...(count === 0
        ? {}
        : { lead: { database: step.database, statements: settleLetters(access.scope, step, settling) } }),
      decideAnew: true,
      audit: auditGroup(access, "dead_letter_group.discarded", body, { count, reason }),
      answer: { body: { count, next_cursor: step.next, at } },
    };
  },
});
