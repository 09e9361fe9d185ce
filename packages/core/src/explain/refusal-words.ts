/** What a receiver's refusal is about. */
export type RefusedFor = "key" | "address" | "size" | "content" | "unsent";

const byStatus: Readonly<Record<number, RefusedFor>> = {
  401: "key",
  402: "key",
  403: "key",
  407: "key",
  511: "key",
  404: "address",
  405: "address",
  421: "address",
  413: "size",
  414: "size",
  431: "size",
};

/** By the status of its answer (RFC 9110, 15), null where nothing was sent: a redirect, which is not followed, says that the address is another one. */
export function refusedFor(status: number | null): RefusedFor {
  if (status === null) return "unsent";
  if (status >= 300 && status < 400) return "address";
  return byStatus[status] ?? "content";
}

/** What of a destination's settings a dead delivery of this cause says is wrong; undefined: nothing that is known. */
export function settingAtFault(cause: string, status: number | null): "key" | "address" | undefined {
  if (cause === "gone") return "address";
  const about = refusedFor(status);
  if (cause === "refused" && about === "unsent") return "address";
  return cause === "refused" && (about === "key" || about === "address") ? about : undefined;
}

/** A refusal in words: what happened, as a whole sentence, and what to mend, as the beginning of one. */
export const refusalWords: Readonly<
  Record<RefusedFor, { happened: (answer: string) => string; mend: string }>
> = {
  key: {
    happened: (answer) =>
      `The receiver does not accept the key that it was called with, or got none${answer}.`,
    mend: "Give the destination the key its receiver expects",
  },
  address: {
    happened: (answer) => `There is no receiver at the destination's address${answer}.`,
    mend: "Give the destination its right address",
  },
  size: {
    happened: (answer) => `The lead is longer than the receiver takes${answer}.`,
    mend: "Have the receiver take longer bodies",
  },
  unsent: {
    happened: () => "No request could be sent: the destination's own settings do not allow one.",
    mend: "Read the last error, and give the destination its right address",
  },
  content: {
    happened: (answer) => `The receiver refused what the lead says, in a way that no retry mends${answer}.`,
    mend: "Mend what the receiver complains of, there or in the form",
  },
};

/** ` (HTTP 404)`; nothing where nothing was answered. */
export const inBrackets = (status: number | null): string => (status === null ? "" : ` (HTTP ${status})`);
