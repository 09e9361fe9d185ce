import { sql } from "kysely";
import { wholeText } from "../long-texts/whole-text.ts";
import { requireClients } from "../scope/require-client.ts";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { LeadSubmissionsTable } from "../tables/lead-submissions-table.ts";
import { submittedBefore, submittedOrder, type SubmittedKey } from "./submitted-key.ts";

/** A submission as lists show it. */
export type ListedSubmission = Omit<
  LeadSubmissionsTable,
  "payload_json" | "unsent_payload" | "attribution_json" | "id"
>;

/** Where a submission stands among those of a period. */
export const submittedKeyOf = (row: ListedSubmission): SubmittedKey => [
  row.submitted_at,
  row.lead_id,
  row.submission_number,
  row.client_id,
];

/** Submissions of these clients, newest first, at most `perClient` of each. */
export function newestSubmissions(
  scope: OperatorScope,
  clientIds: readonly string[],
  {
    since,
    after,
    perClient,
    withLeads = false,
  }: {
    /** Milliseconds UTC, itself included. */
    since: number;
    /** Where the list goes on; `startOfPeriod` at its start. */
    after: SubmittedKey;
    perClient: number;
    /** With the public id of each one's lead: a row more to read. */
    withLeads?: boolean;
  },
): Statement<(ListedSubmission & { lead_public_id?: string | null })[]> {
  requireClients(scope, clientIds);
  const query = sql<ListedSubmission>`
    SELECT ${listedColumns} ${withLeads ? leadColumn : sql``}
    FROM ${jsonValues(clientIds)} AS c CROSS JOIN json_each((
      SELECT json_group_array(json_array(lead_id, submission_number)) FROM (
        SELECT s.lead_id, s.submission_number FROM lead_submissions AS s
        WHERE s.client_id = c.value AND s.submitted_at >= ${since} AND ${submittedBefore(after)}
        ORDER BY ${submittedOrder} LIMIT ${perClient})
    )) AS entry
    CROSS JOIN lead_submissions AS s ON s.lead_id = entry.value ->> 0 AND s.submission_number = entry.value ->> 1`;
  return rowsOf(query.compile(queries), (row) => row);
}

/** SQL: the public id of its lead, null where that was erased. */
export const leadColumn = sql`, (SELECT l.public_id FROM leads AS l WHERE l.id = s.lead_id) AS lead_public_id`;

/** SQL: what lists show of the submission `s`. */
export const listedColumns = sql.join([
  sql.raw(
    [
      "lead_id",
      "submission_number",
      "public_id",
      "client_id",
      "form_id",
      "outcome",
      "contact_name",
      "contact_email",
      "contact_phone",
      "cta",
      "page_url",
      "submitted_at",
      "unsent",
      "released_at",
      "released_by",
    ]
      .map((column) => `s.${column}`)
      .join(", "),
  ),
  sql`${wholeText("s.decision_json")} AS decision_json`,
]);
