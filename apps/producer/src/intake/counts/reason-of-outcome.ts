import type { RefusalReason } from "@leadrelay/contracts/intake-counts";
import type { Outcome } from "../../answers/answer.ts";
import type { Refusal } from "../../refusal.ts";
import { emptyBody, tooManyFields } from "../body/parsed-body.ts";
import { badIdempotencyKey } from "../choose-submission-id.ts";

/** Why a post was refused, as it is counted; null where it was taken, or where nobody's form is to blame. */
export function reasonOfOutcome(outcome: Outcome): RefusalReason | null {
  switch (outcome.kind) {
    case "accepted":
      return null;
    case "incorrect":
      return outcome.hasContact ? "invalid_contact" : "no_contact";
    case "refused":
      return reasonOfRefusal(outcome);
    default:
      return outcome satisfies never;
  }
}

const itsOwn: ReadonlyMap<Refusal, RefusalReason> = new Map([
  [emptyBody, "empty_body"],
  [tooManyFields, "too_many_fields"],
  [badIdempotencyKey, "bad_idempotency_key"],
]);

function reasonOfRefusal(refusal: Refusal): RefusalReason | null {
  switch (refusal.status) {
    case 400:
      return itsOwn.get(refusal) ?? "unreadable_body";
    case 413:
      return itsOwn.get(refusal) ?? "too_large";
    case 415:
      return "unsupported_body";
    case 404:
    case 405:
    case 503:
      return null;
    default:
      return refusal.status satisfies never;
  }
}
