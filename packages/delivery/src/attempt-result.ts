import type { Kept } from "@leadrelay/adapters/adapter";
import type { ToldOutcome } from "@leadrelay/contracts/delivery-status";

/** What one HTTP try came to. Times in ms; `retry_after_ms` only where the receiver asked for a wait. */
export interface AttemptResult {
  outcome: ToldOutcome;
  status_code: number | null;
  error: string | null;
  retry_after_ms: number | null;
  started_at: number;
  duration_ms: number;
  /** What its steps found out, for the next try; absent where that is nothing new. */
  kept?: Kept;
  /** The number (E.164) of somebody who wants no messages there: so it was refused, and nobody needs to see to it. */
  opted_out?: string;
  /** Nothing was sent, for its receiver could do nothing with it: so it was refused, and nobody needs to see to it. */
  nothing_to_send?: true;
  /** The receiver's own id of the lead, where it tells one. */
  receiver_id?: string;
}
