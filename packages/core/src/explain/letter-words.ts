import { causeWords } from "./cause-words.ts";
import { sayChangeBehind, type DestinationChange } from "./destination-change.ts";
import type { DeadLetterKind, DeadLetterState } from "@leadrelay/contracts/dead-letter";

/** What happened, and what to do next. */
export interface LetterWords {
  happened: string;
  next: string;
}

interface LetterFacts {
  id: string;
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
  const { id, state } = letter;
  const open = openWords(letter, {
    replay: `replay this letter (\`leadrelay dlq replay ${id}\`)`,
    discard: `discard it (\`leadrelay dlq discard ${id} --reason "…"\`)`,
  });
  if (state === "open") return { ...open, happened: `${open.happened}${behind(letter, changes)}` };
  const next =
    state === "replayed"
      ? "Nothing here: it was sent on its way again. Should it fail once more, there will be an open letter."
      : `Nothing: somebody gave it up.${letter.kind === "delivery" ? " Should that have been wrong, retry its delivery." : ""}`;
  return { happened: open.happened, next };
}

function behind({ first_failed_at, last_failed_at }: LetterFacts, changes: readonly DestinationChange[]) {
  if (first_failed_at === undefined || last_failed_at === undefined) return "";
  const said = sayChangeBehind(changes, { firstMs: first_failed_at, lastMs: last_failed_at });
  return said === "" ? "" : ` ${said}`;
}

/** What somebody can do about open letters, as words within a sentence, their commands in brackets. */
export interface LetterActs {
  replay: string;
  discard: string;
}

/** One that is open, or several of one cause: what happened, and what to do by these acts. */
export function openWords(
  { kind, cause, last_status_code }: Pick<LetterFacts, "kind" | "cause" | "last_status_code">,
  acts: LetterActs,
): LetterWords {
  if (kind === "delivery") {
    const { happened, mend } = causeWords(cause, last_status_code);
    return { happened, next: `${mend(acts.replay)}.` };
  }
  const { happened, next } = cause === "form_deleted" ? formDeleted : messageWords[kind];
  return { happened, next: next(acts) };
}

interface MessageWords {
  happened: string;
  next: (acts: LetterActs) => string;
}

const formDeleted: MessageWords = {
  happened: "A submission came for a form that had been deleted. It belongs to no client yet.",
  next: ({ discard }) =>
    `Within 30 days of the deletion: find the form with \`leadrelay form list --deleted\` and bring it back with \`leadrelay form restore FORM\`, which releases this letter. Else ${discard}.`,
};

const messageWords: Record<Exclude<DeadLetterKind, "delivery">, MessageWords> = {
  poison: {
    happened: "A submission could not be stored because of its own content. Nothing of it was sent.",
    next: ({ replay }) =>
      `Read the last error. Once its cause is mended, ${replay}: the submission goes through intake again under its id.`,
  },
  invalid_message: {
    happened: "Something in the queue was no message that we could read.",
    next: ({ replay, discard }) =>
      `Read its payload. If it is a submission, of a newer version say, ${replay} once this version reads it. Else enter the lead by hand if there is one, and ${discard}.`,
  },
  unknown_form: {
    happened: "A submission came for a form that is not in the database. It belongs to no client yet.",
    next: ({ replay, discard }) =>
      `Create the form with the same form key (\`leadrelay form create --client CLIENT --name NAME --key KEY\`), then ${replay}; or ${discard} if nobody knows the form. A key that is taken was a form's that is deleted: \`leadrelay form restore FORM\`.`,
  },
  storage_unavailable: {
    happened: "A submission could not be stored because the database did not answer.",
    next: () => "Nothing: it goes back to the queue by itself within a minute of the database's return.",
  },
  spill: {
    happened: "The queue refused a submission five times while it took others.",
    next: ({ replay }) => `Look at its size: a message takes 128 KB at most. Then ${replay}.`,
  },
};
