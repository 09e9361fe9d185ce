import type { ToldOutcome } from "@leadrelay/contracts/delivery-status";

/** What one HTTP try came to. Times in ms; `retry_after_ms` only where the receiver asked for a wait. */
export interface AttemptResult {
  outcome: ToldOutcome;
  status_code: number | null;
  error: string | null;
  retry_after_ms: number | null;
  started_at: number;
  duration_ms: number;
}
