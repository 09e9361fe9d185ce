import { sql } from "kysely";
import { requireClients } from "../scope/require-client.ts";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { LeadsTable } from "../tables/leads-table.ts";
import { toLead, type Lead } from "./lead.ts";

/** The lead of one of these clients with this public id, if there is one. */
export function findLead(
  scope: OperatorScope,
  clientIds: readonly string[],
  publicId: string,
): Statement<Lead[]> {
  requireClients(scope, clientIds);
  const query = sql<LeadsTable>`
    SELECT l.* FROM ${jsonValues(clientIds)} AS c
    CROSS JOIN leads AS l ON l.client_id = c.value AND l.public_id = ${publicId}`;
  return rowsOf(query.compile(queries), toLead);
}
