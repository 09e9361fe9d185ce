import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { requireClients } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** New leads of a client that no destination took, and that nobody released since. Times in ms. */
export interface ToldToNobody {
  client_id: string;
  leads: number;
  oldest: number;
}

/** Of these clients those with new leads since then that no destination took, among the newest `perClient` of what was not sent. */
export function toldToNobody(
  scope: OperatorScope,
  clientIds: readonly string[],
  { since, perClient }: { since: number; perClient: number },
): Statement<ToldToNobody[]> {
  requireClients(scope, clientIds);
  const query = sql<ToldToNobody>`
    SELECT c.value AS client_id, count(*) AS leads, min(s.submitted_at) AS oldest
    FROM ${jsonValues(clientIds)} AS c CROSS JOIN json_each((
      SELECT json_group_array(json_array(lead_id, submission_number)) FROM (
        SELECT lead_id, submission_number, unsent FROM lead_submissions INDEXED BY lead_submissions_unsent
        WHERE client_id = c.value AND unsent IS NOT NULL AND submitted_at >= ${since}
        ORDER BY submitted_at DESC, public_id DESC LIMIT ${perClient})
      WHERE unsent = 'no_destination'
    )) AS entry
    CROSS JOIN lead_submissions AS s ON s.lead_id = entry.value ->> 0 AND s.submission_number = entry.value ->> 1
    WHERE s.outcome = 'new_lead' GROUP BY c.value`;
  return rowsOf(query.compile(queries), (row) => row);
}
