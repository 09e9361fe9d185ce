import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { listedColumns, type ListedSubmission } from "./newest-submissions.ts";

/** A lead's submissions, newest first, those before a number if one is given. */
export function submissionsOfLead(
  scope: OperatorScope,
  lead: { id: number; client_id: string },
  { before = Number.MAX_SAFE_INTEGER, limit }: { before?: number | undefined; limit: number },
): Statement<ListedSubmission[]> {
  requireClient(scope, lead.client_id);
  const query = sql<ListedSubmission>`
    SELECT ${listedColumns} FROM lead_submissions AS s
    WHERE s.lead_id = ${lead.id} AND s.client_id = ${lead.client_id} AND s.submission_number < ${before}
    ORDER BY s.submission_number DESC LIMIT ${limit}`;
  return rowsOf(query.compile(queries), (row) => row);
}
