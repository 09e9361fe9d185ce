import type { DeadLetterState, NewDeadLetter } from "@leadrelay/contracts/dead-letter";

/** What needs a person, or did. */
export interface DeadLettersTable extends NewDeadLetter {
  state: DeadLetterState;
  /** Of `last_error`; '' in letters of before there were fingerprints. */
  fingerprint: string;
  settled_by: string | null;
  settled_at: number | null;
  settle_reason: string | null;
  created_at: number;
}
