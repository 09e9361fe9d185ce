import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { requireClient } from "../scope/require-client.ts";
import type { Scope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { QuarantinedSubmissionsTable } from "../tables/quarantined-submissions-table.ts";

/** What a release puts back on the queue. */
export type QuarantinedMessage = Pick<
  QuarantinedSubmissionsTable,
  "public_id" | "message_json" | "payload_json" | "released_at"
>;

/** Of a client's quarantined submissions, by id, in no order. */
export function quarantinedMessages(
  scope: Scope,
  clientId: string,
  publicIds: readonly string[],
): Statement<QuarantinedMessage[]> {
  requireClient(scope, clientId);
  const query = sql<QuarantinedMessage>`
    SELECT q.public_id, q.message_json, q.payload_json, q.released_at FROM ${jsonValues(publicIds)} AS wanted
    CROSS JOIN quarantined_submissions AS q ON q.client_id = ${clientId} AND q.public_id = wanted.value`;
  return rowsOf(query.compile(queries), (row) => row);
}
