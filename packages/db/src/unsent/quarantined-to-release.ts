import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { Scope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { QuarantinedSubmissionsTable } from "../tables/quarantined-submissions-table.ts";

type Quarantined = Pick<QuarantinedSubmissionsTable, "public_id" | "submitted_at" | "released_at">;

/** These quarantined submissions of a client, let out since or not, in no order. */
export function quarantinedToRelease(
  scope: Scope,
  clientId: string,
  ids: readonly string[],
): Statement<Quarantined[]> {
  requireClient(scope, clientId);
  const query = sql<Quarantined>`
    SELECT q.public_id, q.submitted_at, q.released_at FROM json_each(${JSON.stringify(ids)}) AS j
    CROSS JOIN quarantined_submissions AS q ON q.client_id = ${clientId} AND q.public_id = j.value`;
  return rowsOf(query.compile(queries), (row) => row);
}
