import { standOfLetter } from "@leadrelay/core/story/stand-of-submission";
import { auditReads } from "../access/audit-reads.ts";
import { isMasked } from "../access/is-masked.ts";
import { readActorNames } from "../access/read-actor-names.ts";
import { offerActions, tellNext } from "../actions/offer-actions.ts";
import { readDestinations } from "../deliveries/read-destinations.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { letterDetailsSchema, letterParams } from "./letter-schema.ts";
import { readLetter } from "./read-letter.ts";
import { sentAgain } from "./sent-again.ts";
import { toLetterDetails } from "./to-letter.ts";

export const getLetter = readEndpoint({
  path: "/api/dead-letters/{dead_letter_id}",
  operationId: "getDeadLetter",
  tag: "Dead letters",
  summary: "Show a dead letter: what happened, what to do, and what would be sent again",
  access: { permission: "leads:read" },
  params: letterParams,
  answer: letterDetailsSchema,
  async handle({ params, access, dependencies }) {
    const { scope } = access;
    const letter = await readLetter(params.dead_letter_id, scope, dependencies);
    const [lookup, nameOf] = await Promise.all([
      readDestinations(letter.destination_id === null ? [] : [letter.destination_id], scope, dependencies),
      readActorNames([letter.settled_by], scope, dependencies),
    ]);
    const destination = lookup(letter.destination_id ?? "");
    const masked = isMasked(scope, letter.client_id);
    const stand = standOfLetter(letter, destination);
    const payload = masked ? null : await sentAgain(letter, scope, dependencies);
    return {
      body: toLetterDetails(letter, {
        masked,
        destination,
        nameOf,
        actions: offerActions(stand, letter.client_id, access),
        next: tellNext(stand, letter.client_id, access),
        payload,
      }),
      audit: auditReads(access, {
        action: "dead_letter.read",
        rows: letter.client_id === null ? [] : [{ client_id: letter.client_id, masked }],
        subject: { kind: "dead_letter", id: letter.id },
      }),
    };
  },
});
