import { dayOf } from "@leadrelay/core/statistics/day-of";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { addToArrived } from "../statistics/add-arrived.ts";
import { addToOutcomes, confirmedOf } from "../statistics/add-outcomes.ts";
import { hourKey, hourOfTime } from "../statistics/hour-of-day.ts";
import { isDone, isTheirsToCount, isTheirsToSettle, type SettledAttempt } from "./settled-attempt.ts";

/**
 * Counts the deliveries that `settleDeliveries`, next in the same batch, makes delivered or dead: a batch that is repeated finds
 * nothing left to settle, and counts nothing. Each on the UTC day of its answer. What arrives after it died is counted as mended beside;
 * that it died is counted no more by a trigger, since its letter was replayed. Notices are no leads.
 */
export function countSettled(
  _scope: PipelineScope,
  attempts: readonly SettledAttempt[],
): Statement<number>[] {
  const of = (wanted: SettledAttempt["status"]) =>
    attempts.filter(({ status, is_notice }) => is_notice !== 1 && status === wanted).map(toCounted);
  const [arrived, died] = [of("delivered"), of("dead")];
  const confirmed = attempts.filter(({ is_confirmed }) => is_confirmed === 1);
  return [
    ...(arrived.length === 0 ? [] : [addToArrived(counted(arrived))]),
    ...(died.length === 0 ? [] : [addToDied(counted(died))]),
    ...(confirmed.length === 0 ? [] : [addToOutcomes(confirmedBy(confirmed))]),
  ];
}

const hourPath = sql`('$.' || ${hourKey(sql`excluded.last_at`)})`;

const addToDied = (found: ReturnType<typeof counted>): Statement<number> =>
  write(
    sql`
      INSERT INTO delivery_counters (client_id, day, form_id, destination_id, outcome, bucket, value, last_at, by_hour)
      SELECT client_id, day, form_id, destination_id, 'dead', bucket, value, at, json_object(${hourKey(sql`at`)}, value)
      FROM (${found}) WHERE true
      ON CONFLICT DO UPDATE SET value = value + excluded.value, last_at = max(coalesce(last_at, 0), excluded.last_at),
        by_hour = json_set(by_hour, ${hourPath}, coalesce(by_hour ->> ${hourPath}, 0) + excluded.value)`.compile(
      queries,
    ),
  );

const counted = (settled: readonly ReturnType<typeof toCounted>[]) => sql`
  SELECT deliveries.client_id AS client_id, done.value ->> 'day' AS day, coalesce(deliveries.form_id, '') AS form_id,
    deliveries.destination_id AS destination_id, done.value ->> 'bucket' AS bucket, count(*) AS value,
    max(done.value ->> 'at') AS at, sum(deliveries.dead_letter_id IS NOT NULL) AS mended
  FROM json_each(${JSON.stringify(settled)}) AS done CROSS JOIN deliveries
  WHERE ${isDone} AND ${isTheirsToCount}
  GROUP BY 1, 2, 3, 4, 5, ${hourOfTime(sql`(done.value ->> 'at')`)}`;

/** What its receiver's answer confirmed, on the day that it was settled as that. */
const confirmedBy = (confirmed: readonly SettledAttempt[]) => {
  const answeredAt = Math.max(...confirmed.map(({ started_at, duration_ms }) => started_at + duration_ms));
  const settled = confirmed.map(toCounted);
  return confirmedOf(
    sql`json_each(${JSON.stringify(settled)}) AS done CROSS JOIN deliveries WHERE ${isDone} AND ${isTheirsToSettle}`,
    answeredAt,
  );
};

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
  at: attempt.started_at + attempt.duration_ms,
});
