import { sql } from "kysely";
import { isDone, isTheirsToCount, type SettledAttempt } from "../deliveries/settled-attempt.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/**
 * Counts what destinations with caps took, each delivery once: before `settleDeliveries` in the same batch, for a batch that is repeated finds
 * nothing left to settle. None where nothing of it has a cap.
 */
export function countTaken(_scope: PipelineScope, attempts: readonly SettledAttempt[]): Statement<number>[] {
  const taken = attempts.flatMap(
    ({ lead_id, event_id, destination_id, number, status, taken: counts = [] }) =>
      status === "delivered"
        ? counts.map((count) => ({ lead_id, event_id, destination_id, number, status, ...count }))
        : [],
  );
  if (taken.length === 0) return [];
  return [
    write(
      sql`
        INSERT INTO tallies (client_id, subject, period, count, ends_at)
        SELECT deliveries.client_id, done.value ->> 'subject', done.value ->> 'period', count(*), done.value ->> 'ends_at'
        FROM json_each(${JSON.stringify(taken)}) AS done CROSS JOIN deliveries
        WHERE ${isDone} AND ${isTheirsToCount}
        GROUP BY 1, 2, 3
        ON CONFLICT DO UPDATE SET count = count + excluded.count`.compile(queries),
    ),
  ];
}
