import { replayLetter as replay } from "@leadrelay/delivery/replay/replay-letter";
import { requireActor } from "../access/require-actor.ts";
import { refused } from "../deliveries/refusals.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { notFound } from "../problems/api-problem.ts";
import { auditLetter } from "./audit-letter.ts";
import { letterChangeSchema, letterParams } from "./letter-schema.ts";

const failedAgain =
  "It was sent again, and failed once more before this could be written down; or somebody else settled it meanwhile. Read it again, and mend its cause first.";

export const replayLetter = changeEndpoint({
  method: "post",
  path: "/api/dead-letters/{dead_letter_id}/replay",
  operationId: "replayDeadLetter",
  tag: "Dead letters",
  summary: "Send again what a dead letter is about",
  description:
    "A delivery goes out again under its id, a submission goes back to the queue under its id: nothing is stored or sent twice for it. Mend the cause first.",
  access: { permission: "deliveries:replay" },
  params: letterParams,
  answer: letterChangeSchema,
  async handle({ params, access, dependencies }) {
    const by = requireActor(access).id;
    const change = await replay(access.scope, { letterId: params.dead_letter_id, by }, dependencies.replays);
    if (change.kind === "not_found") throw notFound("dead letter");
    if (change.kind === "refused")
      throw refused(change.reason, { ...change.subject, dead_letter_id: params.dead_letter_id });
    const { id, kind } = change.subject;
    const what_next =
      kind === "delivery"
        ? "Its delivery is sent again within a minute."
        : "Its submission is in the queue: it is stored and sent within seconds.";
    return {
      lead: change.lead,
      decideAnew: true,
      // A submission is on the queue by now, so there is nothing to decide anew.
      ...(kind === "delivery" ? {} : { conflicts: { unchanged: failedAgain } }),
      afterwards: change.wake,
      audit: [auditLetter(access, change.subject, "dead_letter.replayed", {})],
      answer: { body: { id, state: "replayed" as const, what_next } },
    };
  },
});
