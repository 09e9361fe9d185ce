import { sql } from "kysely";
import { requireClient } from "../control/require-client.ts";
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
  const query = sql<{ destination_id: string; looked: string; later: number; held: number }>`
    SELECT wanted.value AS destination_id, (
        SELECT json_object('looked', count(*), 'due', coalesce(sum(status = 'pending'), 0),
          'oldest_due_at', min(iif(status = 'pending', next_attempt_at, NULL)),
          'in_flight', coalesce(sum(status = 'in_flight'), 0), 'expired', coalesce(sum(has_expired), 0),
          'oldest_expired_at', min(iif(has_expired, lease_until, NULL)))
        FROM (
          SELECT status, next_attempt_at, lease_until,
            status = 'in_flight' AND lease_until <= ${nowMs - leaseGraceMs} AS has_expired ${unsettled}
            AND next_attempt_at <= ${nowMs} ORDER BY next_attempt_at LIMIT ${most})
      ) AS looked,
      (SELECT count(*) FROM (SELECT 1 ${unsettled} AND next_attempt_at > ${nowMs} LIMIT ${most})) AS later,
      (SELECT count(*) FROM (SELECT 1 ${unsettled} AND next_attempt_at IS NULL LIMIT ${most})) AS held
    FROM json_each(${JSON.stringify(destinations.map(({ id }) => id))}) AS wanted`;
  return rowsOf(query.compile(queries), ({ looked, ...row }) => ({
    ...row,
    ...(JSON.parse(looked) as Omit<DestinationBacklog, "destination_id" | "later" | "held">),
  }));
}
