import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { requireClients } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { listedColumns, type WholeQuarantined } from "./quarantined-submission.ts";

/** The quarantined submission of one of these clients with this id, released or not, if there is one. */
export function findQuarantined(
  scope: OperatorScope,
  clientIds: readonly string[],
  publicId: string,
): Statement<WholeQuarantined[]> {
  requireClients(scope, clientIds);
  const query = sql<WholeQuarantined>`
    SELECT ${listedColumns}, q.payload_json FROM ${jsonValues(clientIds)} AS c
    CROSS JOIN quarantined_submissions AS q ON q.client_id = c.value AND q.public_id = ${publicId}`;
  return rowsOf(query.compile(queries), (row) => row);
}
