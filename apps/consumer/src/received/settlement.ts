import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import type { Facts } from "@leadrelay/core/decide/facts";
import type { Pending } from "./pending.ts";

/** A message before its form is resolved and its payload fetched. */
export interface Received {
  message: Message;
  body: SubmissionMessage;
  /** What D1 said of those it is about, where it could be read and then took nothing. */
  read?: Pick<Facts, "identities" | "leads">;
}

/**
 * How one submission's try ended.
 * committed: in D1, by us or before us · conflicted: others kept moving first · unavailable: D1 is away, `commitAttempted` when it may
 * have written · overloaded: D1 has too much to do, and began nothing of this · broken: its own content breaks the commit · unknown_form: D1 has no such form · payload_missing: its parked payload
 * is not in KV yet · early: what it repeats is not stored yet · failed: something else is wrong, such as a missing table.
 */
export type Settlement =
  | { kind: "committed"; pending: Pending }
  | { kind: "conflicted"; pending: Received }
  | { kind: "unavailable"; pending: Received; commitAttempted: boolean; error: string }
  | { kind: "overloaded"; pending: Received; error: string }
  | { kind: "broken"; pending: Received; cause: "constraint" | "too_big" | "malformed"; error: string }
  | { kind: "unknown_form"; pending: Received; wasDeleted?: boolean }
  | { kind: "payload_missing"; pending: Received }
  | { kind: "early"; pending: Received }
  | { kind: "failed"; pending: Received; error: string };
