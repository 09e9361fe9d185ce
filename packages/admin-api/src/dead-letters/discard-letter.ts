import { discardLetter as discard } from "@leadrelay/delivery/replay/discard-letter";
import { requireActor } from "../access/require-actor.ts";
import { refused } from "../deliveries/refusals.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { notFound } from "../problems/api-problem.ts";
import { reasonBody } from "../pages/reason-body.ts";
import { auditLetter } from "./audit-letter.ts";
import { letterDiscardedSchema, letterParams } from "./letter-schema.ts";

export const discardLetter = changeEndpoint({
  method: "post",
  path: "/api/dead-letters/{dead_letter_id}/discard",
  operationId: "discardDeadLetter",
  tag: "Dead letters",
  summary: "Give a dead letter up",
  description:
    "A discarded delivery also means that its lead was never sent: the person's next submission counts as new.",
  access: { permission: "deliveries:replay" },
  params: letterParams,
  body: reasonBody,
  answer: letterDiscardedSchema,
  async handle({ params, body, access, dependencies }) {
    const { reason } = body;
    const by = requireActor(access).id;
    const at = dependencies.now();
    const change = await discard(
      access.scope,
      { letterId: params.dead_letter_id, by, reason },
      { ...dependencies.replays, now: () => at },
    );
    if (change.kind === "not_found") throw notFound("dead letter");
    if (change.kind === "refused")
      throw refused(change.reason, { ...change.subject, dead_letter_id: params.dead_letter_id });
    return {
      lead: change.lead,
      decideAnew: true,
      audit: [auditLetter(access, change.subject, "dead_letter.discarded", { reason })],
      answer: {
        body: {
          id: change.subject.id,
          state: "discarded" as const,
          what_next: "Nothing: it is given up.",
          at,
        },
      },
    };
  },
});
