import { sql } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import { settleOpenLetters } from "../dead-letters/settle-open-letters.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import type { SentDelivery } from "../deliveries/find-sent-delivery.ts";

/** Who did it, and when (ms). */
export interface ChangedBy {
  by: string;
  nowMs: number;
}

/**
 * Makes a delivery due now, with so many tries more, and closes its letter. The first statement aborts the batch
 * (`classifyStorageError`: conflict) when it is no longer as it was read. `attempts` never decreases; a wait is cut short within its
 * round of the schedule, anything else begins a new one.
 */
export function retryDelivery(
  scope: OperatorScope,
  delivery: SentDelivery,
  { tries, by, nowMs }: ChangedBy & { tries: number },
): readonly Statement<number>[] {
  return [
    requireAsRead(scope, delivery),
    write(
      sql`
        UPDATE deliveries SET status = 'pending', settled_at = NULL, lease_until = NULL, confirm_by = NULL, next_attempt_at = ${nowMs},
          schedule_from = iif(status = 'pending', schedule_from, attempts),
          max_attempts = iif(status = 'pending', max_attempts, attempts + ${tries})
        WHERE ${isIt(delivery)}`.compile(queries),
    ),
    settleOpenLetters(
      scope,
      { state: "replayed", by, reason: "sent again", nowMs },
      { which: sql`id = ${delivery.dead_letter_id}` },
    ),
  ];
}

/** Ends a delivery that waits; guarded like `retryDelivery`. */
export function cancelDelivery(
  scope: OperatorScope,
  delivery: SentDelivery,
  nowMs: number,
): readonly Statement<number>[] {
  return [
    requireAsRead(scope, delivery),
    write(
      sql`
        UPDATE deliveries SET status = 'cancelled', settled_at = ${nowMs}, next_attempt_at = NULL, lease_until = NULL,
          last_error = 'cancelled by a person'
        WHERE ${isIt(delivery)}`.compile(queries),
    ),
  ];
}

const isIt = ({ lead_id, event_id, destination_id, status, attempts }: SentDelivery) =>
  sql`lead_id = ${lead_id} AND event_id = ${event_id} AND destination_id = ${destination_id}
    AND status = ${status} AND attempts = ${attempts}`;

function requireAsRead(scope: OperatorScope, delivery: SentDelivery): Statement<number> {
  requireClient(scope, delivery.client_id);
  return abortUnless(sql`EXISTS (SELECT 1 FROM deliveries WHERE ${isIt(delivery)})`);
}
