import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, type Statement } from "../statement.ts";

/** What a destination has not got. Held and pending ones are counted no further than asked. */
export interface DestinationWaits {
  held: number;
  pending: number;
  /** Open dead letters, all of them. */
  dead: number;
  /** Of those, what failed last; null where there is none. Times in ms. */
  last_dead: {
    cause: string;
    status_code: number | null;
    first_failed_at: number;
    last_failed_at: number;
  } | null;
}

/** Of a destination of this client: an index entry for each delivery that is counted, and one for each cause of its letters. */
export function destinationWaits(
  scope: OperatorScope,
  { id, client_id }: { id: string; client_id: string },
  limit: number,
): Statement<DestinationWaits> {
  requireClient(scope, client_id);
  const unsettled = sql`FROM deliveries WHERE settled_at IS NULL AND destination_id = ${id}`;
  const open = sql`FROM dead_letter_groups WHERE client_id = ${client_id} AND destination_id = ${id} AND open_count > 0`;
  return {
    query: sql<{ held: number; pending: number; dead: number; last_dead: string | null }>`
      SELECT
        (SELECT count(*) FROM (SELECT 1 ${unsettled} AND next_attempt_at IS NULL AND status = 'held' LIMIT ${limit})) AS held,
        (SELECT count(*) FROM (SELECT 1 ${unsettled} AND next_attempt_at > 0 LIMIT ${limit})) AS pending,
        (SELECT coalesce(sum(open_count), 0) ${open}) AS dead,
        (SELECT json_object('cause', cause, 'status_code', nullif(status_code, 0), 'first_failed_at', first_failed_at,
          'last_failed_at', max(last_failed_at)) ${open} HAVING count(*) > 0) AS last_dead`.compile(queries),
    read([row]) {
      const { last_dead, ...counts } = row as Omit<DestinationWaits, "last_dead"> & {
        last_dead: string | null;
      };
      return {
        ...counts,
        last_dead: last_dead === null ? null : (JSON.parse(last_dead) as DestinationWaits["last_dead"]),
      };
    },
  };
}
