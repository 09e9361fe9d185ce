import { dayOf } from "@leadrelay/core/statistics/day-of";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { isDone, isTheirsToCount, type SettledAttempt } from "./settled-attempt.ts";

/**
 * Counts the deliveries that `settleDeliveries`, next in the same batch, makes delivered or dead: a batch that is repeated finds
 * nothing left to settle, and counts nothing. Each on the UTC day of its answer. What arrives after it died is counted as mended beside;
 * that it died is counted no more by a trigger, since its letter was replayed. Notices are no leads.
 */
export function countSettled(
  _scope: PipelineScope,
  attempts: readonly SettledAttempt[],
): Statement<number>[] {
  const settled = attempts
    .filter(({ status, is_notice }) => is_notice !== 1 && (status === "delivered" || status === "dead"))
    .map(toCounted);
  if (settled.length === 0) return [];
  return [
    write(
      sql`
        INSERT INTO delivery_counters (client_id, day, form_id, destination_id, outcome, bucket, value, mended)
        SELECT deliveries.client_id, done.value ->> 'day',
          coalesce(deliveries.form_id, ''), deliveries.destination_id, done.value ->> 'status', done.value ->> 'bucket', count(*),
          sum(done.value ->> 'status' = 'delivered' AND deliveries.dead_letter_id IS NOT NULL)
        FROM json_each(${JSON.stringify(settled)}) AS done CROSS JOIN deliveries
        WHERE ${isDone} AND ${isTheirsToCount}
        GROUP BY 1, 2, 3, 4, 5, 6
        ON CONFLICT DO UPDATE SET value = value + excluded.value, mended = mended + excluded.mended`.compile(
        queries,
      ),
    ),
  ];
}

/** SQLite reads the JSON once for each field: the fewer there are, the better. */
const toCounted = ({
  lead_id,
  event_id,
  destination_id,
  number,
  status,
  bucket,
  ...attempt
}: SettledAttempt) => ({
  lead_id,
  event_id,
  destination_id,
  number,
  status,
  bucket,
  day: dayOf(attempt.started_at + attempt.duration_ms),
});
