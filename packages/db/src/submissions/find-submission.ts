import { sql } from "kysely";
import { wholeText } from "../long-texts/whole-text.ts";
import { requireClients } from "../scope/require-client.ts";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { LeadSubmissionsTable } from "../tables/lead-submissions-table.ts";
import { leadColumn, listedColumns } from "./newest-submissions.ts";

/** A submission with all that was posted, and its lead's public id: null where that was erased. */
export interface StoredSubmission extends Omit<LeadSubmissionsTable, "unsent_payload"> {
  lead_public_id: string | null;
}

/** The submission of one of these clients with this id, if it is stored as a lead's. */
export function findSubmission(
  scope: OperatorScope,
  clientIds: readonly string[],
  publicId: string,
): Statement<StoredSubmission[]> {
  requireClients(scope, clientIds);
  const query = sql<StoredSubmission>`
    SELECT ${listedColumns}, s.id, ${wholeText("s.payload_json")} AS payload_json,
      ${wholeText("s.attribution_json")} AS attribution_json ${leadColumn}
    FROM ${jsonValues(clientIds)} AS c
    CROSS JOIN lead_submissions AS s ON s.client_id = c.value AND s.public_id = ${publicId}`;
  return rowsOf(query.compile(queries), (row) => row);
}
