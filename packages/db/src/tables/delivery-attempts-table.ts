import type { AttemptRow } from "@leadrelay/core/decide/commit-plan";
import type { StoredAttempt } from "./stored-attempt.ts";

/** One HTTP try each; a lost one has no duration. */
export interface DeliveryAttemptsTable extends Omit<StoredAttempt<AttemptRow>, "duration_ms"> {
  duration_ms: number | null;
}
