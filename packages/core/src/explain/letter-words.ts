import { causeWords } from "./cause-words.ts";
import { sayChangeBehind, type DestinationChange } from "./destination-change.ts";
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
  first_failed_at?: number;
  last_failed_at?: number;
}

/** A dead letter in words for an operator who has never read our code. @param changes of its destination, newest first */
export function letterWords(letter: LetterFacts, changes: readonly DestinationChange[] = []): LetterWords {
  const { kind, cause, state, last_status_code } = letter;
  const open =
    kind === "delivery" ? deliveryWords(cause, last_status_code) : (formDeleted(cause) ?? messageWords[kind]);
  if (state === "open") return { ...open, happened: `${open.happened}${behind(letter, changes)}` };
  const next =
    state === "replayed"
      ? "Nothing here: it was sent on its way again. Should it fail once more, there will be an open letter."
      : `Nothing: somebody gave it up.${kind === "delivery" ? " Should that have been wrong, retry its delivery." : ""}`;
  return { happened: open.happened, next };
}

function behind({ first_failed_at, last_failed_at }: LetterFacts, changes: readonly DestinationChange[]) {
  if (first_failed_at === undefined || last_failed_at === undefined) return "";
  const said = sayChangeBehind(changes, { firstMs: first_failed_at, lastMs: last_failed_at });
  return said === "" ? "" : ` ${said}`;
}

const formDeleted = (cause: string): LetterWords | undefined =>
  cause === "form_deleted"
    ? {
        happened: "A submission came for a form that had been deleted. It belongs to no client yet.",
        next: "Within 30 days of the deletion: find the form with `leadrelay form list --deleted` and bring it back with `leadrelay form restore FORM`, which releases this letter. Else discard it.",
      }
    : undefined;

function deliveryWords(cause: string, status: number | null): LetterWords {
  const { happened, mend } = causeWords(cause, status);
  return { happened, next: `${mend("replay this letter")}.` };
}

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
