import type { AttemptOutcome } from "@leadrelay/contracts/delivery-status";
import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sql } from "kysely";

/** How one claimed attempt ended (`lost`: nobody knows) and what becomes of its delivery. Times in ms. */
export interface SettledAttempt extends DeliveryKey {
  client_id: string;
  /** The attempt number that was claimed: the fence. */
  number: number;
  outcome: AttemptOutcome;
  status_code: number | null;
  error: string | null;
  started_at: number;
  duration_ms: number;
  /** `delivered` for a 2xx, `pending` with a next attempt, or `dead` with a letter. */
  status: "delivered" | "pending" | "dead";
  next_attempt_at: number | null;
  dead_letter: { id: string; cause: "exhausted" | "refused" | "gone" | "lost" } | null;
}

/** Any number of settled attempts as one parameter: `done`, fields by name. */
export const doneAttempts = (attempts: readonly SettledAttempt[]) =>
  sql`json_each(${JSON.stringify(attempts)}) AS done`;

/** Joins `deliveries` to `done` by its whole primary key. */
export const isDone = sql`deliveries.lead_id = done.value ->> 'lead_id'
  AND deliveries.event_id = done.value ->> 'event_id'
  AND deliveries.destination_id = done.value ->> 'destination_id'`;
