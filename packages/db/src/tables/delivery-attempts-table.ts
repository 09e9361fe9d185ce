import type { AttemptRow } from "@leadrelay/core/decide/commit-plan";

/** One HTTP try each; a lost one has no duration. */
export interface DeliveryAttemptsTable extends Omit<AttemptRow, "duration_ms"> {
  duration_ms: number | null;
}
