import { sql } from "kysely";
import type { Lead } from "../leads/lead.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { SessionsTable } from "../tables/sessions-table.ts";

const mostShown = 10;

/** The newest sessions of the browser that a lead came from last, newest first; ten at most, none where no browser is known. */
export function sessionsOfLead(
  scope: OperatorScope,
  { client_id, visitor_id }: Pick<Lead, "client_id" | "visitor_id">,
): Statement<SessionsTable[]> {
  requireClient(scope, client_id);
  const query = sql<SessionsTable>`
    SELECT * FROM sessions WHERE client_id = ${client_id} AND visitor_id = ${visitor_id ?? ""}
    ORDER BY session_id DESC LIMIT ${mostShown}`;
  return rowsOf(query.compile(queries), (row) => row);
}
