import { reasonOf } from "@leadrelay/contracts/reason-of";
import { classifyStorageError, isOutcomeUnknown } from "@leadrelay/db/storage-error";
import type { Pending } from "../received/pending.ts";
import type { Settlement } from "../received/settlement.ts";

type WithoutPending<Union> = Union extends unknown ? Omit<Union, "pending"> : never;

/** What kept submissions from being committed. */
export type Trouble = WithoutPending<
  Exclude<Settlement, { kind: "committed" | "unknown_form" | "payload_missing" | "early" }>
>;

/** What a failure means for those it befell. `commitAttempted`: what was thrown may hide a commit that was made. */
export function troubleOf(thrown: unknown, commitAttempted: boolean): Trouble {
  const error = reasonOf(thrown);
  const kind = classifyStorageError(thrown);
  switch (kind) {
    case "conflict":
      return { kind: "conflicted" };
    case "unavailable":
    case "full":
    case "read_only":
    case "damaged":
      // What D1 refused, it did not do: such a commit leaves no doubt, and the lead is sent from the next try on.
      return {
        kind: "unavailable",
        commitAttempted: commitAttempted && isOutcomeUnknown(kind),
        error,
      };
    case "overloaded":
      return { kind, error };
    case "constraint":
    case "too_big":
      return { kind: "broken", cause: kind, error };
    case "other":
      return isOurOwn(thrown) ? { kind: "broken", cause: "malformed", error } : { kind: "failed", error };
  }
}

/** Each of these comes back with it. */
export const inTrouble = (pending: readonly Pending[], trouble: Trouble): Settlement[] =>
  pending.map((each) => ({ ...trouble, pending: each }));

/** Our own code stumbled over a message: that message is cornered like a bad row. */
const isOurOwn = (thrown: unknown) =>
  thrown instanceof TypeError || thrown instanceof RangeError || thrown instanceof SyntaxError;
