import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { LeadActivityTable } from "../tables/lead-activity-table.ts";

/** What people did on a lead, newest first, before an id (a UUIDv7) if one is given. */
export function activityOfLead(
  scope: OperatorScope,
  lead: { id: number; client_id: string },
  { before = "~", limit }: { before?: string | undefined; limit: number },
): Statement<LeadActivityTable[]> {
  requireClient(scope, lead.client_id);
  const query = sql<LeadActivityTable>`
    SELECT * FROM lead_activity WHERE lead_id = ${lead.id} AND client_id = ${lead.client_id} AND id < ${before}
    ORDER BY id DESC LIMIT ${limit}`;
  return rowsOf(query.compile(queries), (row) => row);
}
