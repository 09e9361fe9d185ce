import { inBrackets, refusalWords, refusedFor } from "./refusal-words.ts";

/** Why a delivery is dead: what happened, as a whole sentence; what to mend, then to do, such as "retry it", as one without its stop. */
export interface CauseWords {
  happened: string;
  mend: (act: string) => string;
}

/** By the cause of its letter and its receiver's last answer. Letters, deliveries and stories all say it in these words. */
export function causeWords(cause: string, status: number | null): CauseWords {
  if (cause === "refused") {
    const { happened, mend } = refusalWords[refusedFor(status)];
    return { happened: happened(inBrackets(status)), mend: (act) => `${mend}, then ${act}` };
  }
  return (
    words[cause] ?? {
      happened: `A lead did not reach its destination (${cause}).`,
      mend: (act) => `It needs a person: read the last error and mend its cause, then ${act}`,
    }
  );
}

const words: Readonly<Record<string, CauseWords>> = {
  exhausted: {
    happened: "A lead did not reach its destination: every attempt of the retry schedule failed.",
    mend: (act) => `Every attempt of its schedule failed: mend the receiver, then ${act}`,
  },
  gone: {
    happened: "The receiver said that its address is gone (410), so the destination was disabled.",
    mend: (act) =>
      `The receiver said that this address is gone: give the destination a new one and enable it, then ${act}`,
  },
  lost: {
    happened: "The worker that made the last attempt vanished before it could say how that ended.",
    mend: (act) =>
      `The worker of its last attempt vanished, so the receiver may have it: look there by the delivery id, and ${act} if it is missing`,
  },
};
