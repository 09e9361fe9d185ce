import { inBrackets, refusalWords, refusedFor } from "./refusal-words.ts";
import type { DeadLetterKind, DeadLetterState } from "@leadrelay/contracts/dead-letter";

/** What happened, and what to do next. */
export interface LetterWords {
  happened: string;
  next: string;
}

interface LetterFacts {
  kind: DeadLetterKind;
  cause: string;
  state: DeadLetterState;
  /** Of the receiver's last answer. */
  last_status_code: number | null;
}

/** A dead letter in words for an operator who has never read our code. */
export function letterWords({ kind, cause, state, last_status_code }: LetterFacts): LetterWords {
  const open =
    kind === "delivery" ? deliveryWords(cause, last_status_code) : (formDeleted(cause) ?? messageWords[kind]);
  if (state === "open") return open;
  const next =
    state === "replayed"
      ? "Nothing here: it was sent on its way again. Should it fail once more, there will be an open letter."
      : `Nothing: somebody gave it up.${kind === "delivery" ? " Should that have been wrong, retry its delivery." : ""}`;
  return { happened: open.happened, next };
}

const formDeleted = (cause: string): LetterWords | undefined =>
  cause === "form_deleted"
    ? {
        happened: "A submission came for a form that had been deleted. It belongs to no client yet.",
        next: "Within 30 days of the deletion: find the form with `leadrelay form list --deleted` and bring it back with `leadrelay form restore FORM`, which releases this letter. Else discard it.",
      }
    : undefined;

function deliveryWords(cause: string, status: number | null): LetterWords {
  if (cause === "refused") {
    const { happened, mend } = refusalWords[refusedFor(status)];
    return { happened: happened(inBrackets(status)), next: `${mend}, then replay this letter.` };
  }
  return (
    deliveryCauses[cause] ?? {
      happened: `A lead did not reach its destination (${cause}).`,
      next: "Read the last error, mend its cause, then replay this letter.",
    }
  );
}

const deliveryCauses: Record<string, LetterWords> = {
  exhausted: {
    happened: "A lead did not reach its destination: every attempt of the retry schedule failed.",
    next: "Read the last error. Mend the receiver, then replay this letter; the schedule starts anew.",
  },
  gone: {
    happened: "The receiver said that its address is gone (410), so the destination was disabled.",
    next: "Give the destination its new address and enable it, then replay this letter.",
  },
  lost: {
    happened: "The worker that made the last attempt vanished before it could say how that ended.",
    next: "The receiver may have the lead: look for the delivery id there. If it is missing, replay this letter.",
  },
};

const messageWords: Record<Exclude<DeadLetterKind, "delivery">, LetterWords> = {
  poison: {
    happened: "A submission could not be stored because of its own content. Nothing of it was sent.",
    next: "Read the last error. Once its cause is mended, replay this letter: the submission goes through intake again under its id.",
  },
  invalid_message: {
    happened: "Something in the queue was no message that we could read.",
    next: "Read its payload. If it is a submission, of a newer version say, replay this letter once this version reads it. Else enter the lead by hand if there is one, and discard this letter.",
  },
  unknown_form: {
    happened: "A submission came for a form that is not in the database. It belongs to no client yet.",
    next: "Create the form with the same form key, then replay this letter; or discard it if nobody knows the form. A key that is taken was a form's that is deleted: `leadrelay form restore FORM`.",
  },
  storage_unavailable: {
    happened: "A submission could not be stored because the database did not answer.",
    next: "Nothing: it goes back to the queue by itself within a minute of the database's return.",
  },
  spill: {
    happened: "The queue refused a submission five times while it took others.",
    next: "Look at its size: a message takes 128 KB at most. Then replay this letter.",
  },
};
