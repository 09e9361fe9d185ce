import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import type { RouteDetails } from "./route.ts";

/**
 * Ends what was counted of a route before its members or shares changed, or all of it where it is deleted: nobody reads it from then on, and the
 * sweep of tallies forgets it.
 */
export function endCounts(
  scope: OperatorScope,
  { id, client_id, counted_from, deleted_at }: RouteDetails,
  nowMs: number,
): Statement<number> {
  requireClient(scope, client_id);
  const now = `route:${id}:${counted_from}`;
  const isCounted =
    deleted_at === null ? sql`subject >= ${`${now}:`} AND subject < ${`${now};`}` : sql`false`;
  return write(
    sql`
      UPDATE tallies SET ends_at = ${nowMs}
      WHERE client_id = ${client_id} AND subject >= ${`route:${id}:`} AND subject < ${`route:${id};`}
        AND ends_at IS NULL AND NOT (${isCounted})`.compile(queries),
  );
}
