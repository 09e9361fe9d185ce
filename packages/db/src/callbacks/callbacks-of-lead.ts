import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { LeadCallbacksTable } from "../tables/lead-callbacks-table.ts";

/** What those who have a lead said came of it, newest first, at most `limit`: ids sort as they came in. */
export function callbacksOfLead(
  scope: OperatorScope,
  lead: { id: number; client_id: string },
  limit: number,
): Statement<LeadCallbacksTable[]> {
  requireClient(scope, lead.client_id);
  const query = sql<LeadCallbacksTable>`
    SELECT * FROM lead_callbacks WHERE lead_id = ${lead.id} AND client_id = ${lead.client_id} ORDER BY id DESC LIMIT ${limit}`;
  return rowsOf(query.compile(queries), (row) => row);
}
