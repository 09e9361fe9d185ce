import type { AttemptRow } from "@leadrelay/core/decide/commit-plan";
import type { StoredAttempt } from "./stored-attempt.ts";

/** One HTTP try each; a lost one has no duration. */
export interface DeliveryAttemptsTable extends Omit<StoredAttempt<AttemptRow>, "duration_ms"> {
  duration_ms: number | null;
  /** What it sent and was answered, packed; null where that is not kept, or not any more. */
  exchange: Uint8Array | null;
}
