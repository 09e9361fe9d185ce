import type { StoredUnsentRule } from "@leadrelay/contracts/unsent-rule";
import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { requireClients } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { leadColumn, listedColumns, type ListedSubmission } from "../submissions/newest-submissions.ts";

/** A submission that is stored as a lead's, and of which nothing was sent. */
export interface UnsentSubmission extends ListedSubmission {
  unsent: StoredUnsentRule;
  /** null where its lead was erased. */
  lead_public_id: string | null;
}

/** A place among what was not sent, newest first. */
export type UnsentKey = readonly [submittedAt: number, publicId: string];

/**
 * Stored submissions of which nothing was sent, newest first, at most `perClient` of each client, through the partial index
 * `lead_submissions_unsent`. Those of before that index are not among them.
 */
export function newestUnsent(
  scope: OperatorScope,
  clientIds: readonly string[],
  { since, after: [at, id], perClient }: { since: number; after: UnsentKey; perClient: number },
): Statement<UnsentSubmission[]> {
  requireClients(scope, clientIds);
  const query = sql<UnsentSubmission>`
    SELECT ${listedColumns} ${leadColumn} FROM ${jsonValues(clientIds)} AS c CROSS JOIN json_each((
      SELECT json_group_array(json_array(lead_id, submission_number)) FROM (
        SELECT lead_id, submission_number FROM lead_submissions INDEXED BY lead_submissions_unsent
        WHERE client_id = c.value AND unsent IS NOT NULL AND submitted_at >= ${since}
          AND (submitted_at, public_id) < (${at}, ${id})
        ORDER BY submitted_at DESC, public_id DESC LIMIT ${perClient})
    )) AS entry
    CROSS JOIN lead_submissions AS s ON s.lead_id = entry.value ->> 0 AND s.submission_number = entry.value ->> 1`;
  return rowsOf(query.compile(queries), (row) => row);
}
