import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** Deliveries of a destination that are not settled. */
export interface WaitingOfDestination {
  /** At most `limit`. */
  count: number;
  /** When the last of them comes due, ms; null when none waits for a time. */
  last_due_at: number | null;
}

/** What waits for a destination of this client; it reads one index entry each, up to `limit`. */
export function waitingOfDestination(
  scope: OperatorScope,
  { id, client_id }: { id: string; client_id: string },
  limit: number,
): Statement<WaitingOfDestination[]> {
  requireClient(scope, client_id);
  return rowsOf(
    sql<WaitingOfDestination>`
      SELECT
        (SELECT count(*) FROM (
          SELECT 1 FROM deliveries WHERE settled_at IS NULL AND destination_id = ${id} LIMIT ${limit}
        )) AS count,
        (SELECT max(next_attempt_at) FROM deliveries WHERE settled_at IS NULL AND destination_id = ${id}) AS last_due_at`.compile(
      queries,
    ),
    (row) => row,
  );
}
