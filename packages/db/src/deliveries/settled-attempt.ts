import type { AttemptOutcome } from "@leadrelay/contracts/delivery-status";
import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import type { TakenCount } from "@leadrelay/core/limits/taken-counts";
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
  /** `delivered` for a 2xx, `skipped` where its receiver had the person, `pending` with a next attempt, or `dead` with a letter. */
  status: "delivered" | "skipped" | "pending" | "dead";
  next_attempt_at: number | null;
  /** Of submit to delivered; `noBucket` for what did not arrive, and where the submission's time is not known. */
  bucket: number;
  /** 1: it says nothing of the delivery, which has as many tries left as before. Absent otherwise: SQLite reads each field of the JSON. */
  is_unspent?: 1;
  /** 1: its event is no submission. Absent otherwise. */
  is_notice?: 1;
  /** What it tells of its destination; see `toldByAttempt`. Absent where that is no news. */
  tells?: "failing" | "recovered";
  /** What it adds to the counts of its destination's caps where it arrived; absent where that is nothing. */
  taken?: TakenCount[];
  /** What its steps found out, as JSON; absent where that is nothing new. */
  kept_json?: string;
  /** The receiver's own id of the lead, where it tells one. */
  receiver_id?: string;
  /** 1: that id is the one that a CRM has the lead under. Absent otherwise. */
  links_lead?: 1;
  /** 1: its receiver must confirm what it takes, and its answer did. Absent otherwise. */
  is_confirmed?: 1;
  /** So many minutes after this is settled its receiver should have confirmed it; absent where nobody waits for that. */
  confirm_within?: number;
  dead_letter: { id: string; cause: "exhausted" | "refused" | "gone" | "lost" } | null;
}

/** Any number of settled attempts as one parameter: `done`, fields by name. */
export const doneAttempts = (attempts: readonly SettledAttempt[]) =>
  sql`json_each(${JSON.stringify(attempts)}) AS done`;

/** Joins `deliveries` to `done` by its whole primary key. */
export const isDone = sql`deliveries.lead_id = done.value ->> 'lead_id'
  AND deliveries.event_id = done.value ->> 'event_id'
  AND deliveries.destination_id = done.value ->> 'destination_id'`;

/**
 * Where `settleDeliveries` writes. A failure counts only while the row is still the claim it belongs to, because another worker
 * may have taken it over; a 2xx counts from any state but `confirmed`, because the receiver has the lead.
 */
export const isTheirsToSettle = sql`CASE done.value ->> 'status'
  WHEN 'delivered' THEN deliveries.status NOT IN ('delivered', 'confirmed')
  ELSE deliveries.status = 'in_flight' AND deliveries.attempts = done.value ->> 'number' END`;

/** Where what `settleDeliveries` writes is counted: what was delivered, never confirmed and sent again was counted then. */
export const isTheirsToCount = sql`${isTheirsToSettle}
  AND NOT (done.value ->> 'status' = 'delivered' AND deliveries.unconfirmed_at IS NOT NULL)`;
