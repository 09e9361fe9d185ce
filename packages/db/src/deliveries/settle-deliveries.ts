import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { doneAttempts, isDone, isTheirsToSettle, type SettledAttempt } from "./settled-attempt.ts";

const minuteMs = 60_000;

/** Writes what became of each delivery, wherever this worker still has the say. Behind `countSettled`, which asks the same. */
export function settleDeliveries(
  _scope: PipelineScope,
  attempts: readonly SettledAttempt[],
  settledAt: number,
): Statement<number> {
  return write(
    sql`
      UPDATE deliveries
      SET status = iif(done.value ->> 'is_confirmed', 'confirmed', done.value ->> 'status'),
        settled_at = CASE done.value ->> 'status' WHEN 'pending' THEN NULL ELSE ${settledAt} END,
        next_attempt_at = done.value ->> 'next_attempt_at',
        lease_until = NULL,
        max_attempts = max_attempts + coalesce(done.value ->> 'is_unspent', 0),
        schedule_from = schedule_from + coalesce(done.value ->> 'is_unspent', 0),
        last_status_code = done.value ->> 'status_code',
        last_error = done.value ->> 'error',
        kept_json = coalesce(done.value ->> 'kept_json', kept_json),
        confirm_by = ${settledAt} + (done.value ->> 'confirm_within') * ${minuteMs},
        confirmed_at = iif(done.value ->> 'is_confirmed', ${settledAt}, confirmed_at),
        receiver_id = coalesce(done.value ->> 'receiver_id', receiver_id),
        dead_letter_id = coalesce(done.value ->> '$.dead_letter.id', dead_letter_id)
      FROM ${doneAttempts(attempts)}
      WHERE ${isDone} AND ${isTheirsToSettle}`.compile(queries),
  );
}
