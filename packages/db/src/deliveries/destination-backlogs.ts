import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { Scope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** What a destination has yet to hear; every number is counted no further than asked. Times in ms. */
export interface DestinationBacklog {
  destination_id: string;
  /** Due and nobody's, and how long the oldest of them has waited. */
  due: number;
  oldest_due_at: number | null;
  /** Being sent at this moment, and those whose worker has not been heard of since its lease ran out. */
  in_flight: number;
  expired: number;
  oldest_expired_at: number | null;
  /** Due later. */
  later: number;
  held: number;
  held_is_more: boolean;
  /** Pending after tries that failed, due and later ones together; and those that failed at least twice in their round of the schedule. */
  failing: number;
  repeated: number;
  failing_is_more: boolean;
  /** What most of them were answered last; null: without an answer, or nothing fails. */
  failing_status_code: number | null;
  /** Rows of what is due, or under way, that were looked at: the limit when there are more. */
  looked: number;
}

/**
 * The backlog of each of these destinations through `deliveries_due`: at most three times `most` rows read of each, however long it is.
 * @param leaseGraceMs a lease that ran out this long ago counts as expired: the sweep takes a minute to come
 */
export function destinationBacklogs(
  scope: Scope,
  destinations: readonly { id: string; client_id: string }[],
  { nowMs, most, leaseGraceMs }: { nowMs: number; most: number; leaseGraceMs: number },
): Statement<DestinationBacklog[]> {
  for (const { client_id } of destinations) requireClient(scope, client_id);
  const unsettled = sql`FROM deliveries WHERE settled_at IS NULL AND destination_id = wanted.value`;
  const failed = sql`'codes', json_group_array(last_status_code) FILTER (WHERE status = 'pending' AND attempts > schedule_from),
          'repeated', coalesce(sum(status = 'pending' AND attempts >= schedule_from + 2), 0)`;
  const query = sql<{ destination_id: string; looked: string; later: string; held: number }>`
    SELECT wanted.value AS destination_id, (
        SELECT json_object('looked', count(*), 'due', coalesce(sum(status = 'pending'), 0),
          'oldest_due_at', min(iif(status = 'pending', next_attempt_at, NULL)),
          'in_flight', coalesce(sum(status = 'in_flight'), 0), 'expired', coalesce(sum(has_expired), 0),
          'oldest_expired_at', min(iif(has_expired, lease_until, NULL)), ${failed})
        FROM (
          SELECT status, next_attempt_at, lease_until, last_status_code, attempts, schedule_from,
            status = 'in_flight' AND lease_until <= ${nowMs - leaseGraceMs} AS has_expired ${unsettled}
            AND next_attempt_at <= ${nowMs} ORDER BY next_attempt_at LIMIT ${most})
      ) AS looked,
      (
        SELECT json_object('later', count(*), ${failed})
        FROM (
          SELECT status, last_status_code, attempts, schedule_from ${unsettled}
            AND next_attempt_at > ${nowMs} ORDER BY next_attempt_at LIMIT ${most})
      ) AS later,
      (SELECT count(*) FROM (SELECT 1 ${unsettled} AND next_attempt_at IS NULL LIMIT ${most})) AS held
    FROM json_each(${JSON.stringify(destinations.map(({ id }) => id))}) AS wanted`;
  return rowsOf(query.compile(queries), ({ looked, later, ...row }) => {
    const now = JSON.parse(looked) as Omit<DestinationBacklog, "later"> & Failed;
    const then = JSON.parse(later) as Pick<DestinationBacklog, "later"> & Failed;
    const codes = [...now.codes, ...then.codes];
    const { due, oldest_due_at, in_flight, expired, oldest_expired_at } = now;
    return {
      ...row,
      due,
      oldest_due_at,
      in_flight,
      expired,
      oldest_expired_at,
      later: then.later,
      held_is_more: row.held >= most,
      looked: now.looked,
      failing: codes.length,
      failing_is_more: codes.length > 0 && Math.max(now.looked, then.later) >= most,
      repeated: now.repeated + then.repeated,
      failing_status_code: mostFrequent(codes),
    };
  });
}

/** Of what was looked at: the last answers of those that failed, and how many failed at least twice. */
interface Failed {
  codes: readonly (number | null)[];
  repeated: number;
}

function mostFrequent(codes: readonly (number | null)[]): number | null {
  const counts = new Map<number | null, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
