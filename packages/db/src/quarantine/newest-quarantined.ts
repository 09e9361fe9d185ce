import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { requireClients } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { listedColumns, type QuarantinedSubmission } from "./quarantined-submission.ts";

/** A place among quarantined submissions, newest first. Their ids are no two clients'. */
export type QuarantinedPlace = readonly [submittedAt: number, publicId: string];

/** Where the list begins. */
export const newestPlace: QuarantinedPlace = [Number.MAX_SAFE_INTEGER, ""];

/** Submissions kept apart for a filled honeypot, released ones too, newest first, at most `perClient` of each client. */
export function newestQuarantined(
  scope: OperatorScope,
  clientIds: readonly string[],
  {
    since,
    after: [at, id],
    perClient,
  }: {
    /** Milliseconds UTC, itself included. */
    since: number;
    /** Where the list goes on. */
    after: QuarantinedPlace;
    perClient: number;
  },
): Statement<QuarantinedSubmission[]> {
  requireClients(scope, clientIds);
  const query = sql<QuarantinedSubmission>`
    SELECT ${listedColumns} FROM ${jsonValues(clientIds)} AS c CROSS JOIN json_each((
      SELECT json_group_array(public_id) FROM (
        SELECT public_id FROM quarantined_submissions
        WHERE client_id = c.value AND submitted_at >= ${since} AND (submitted_at, public_id) < (${at}, ${id})
        ORDER BY submitted_at DESC, public_id DESC LIMIT ${perClient})
    )) AS entry CROSS JOIN quarantined_submissions AS q ON q.client_id = c.value AND q.public_id = entry.value`;
  return rowsOf(query.compile(queries), (row) => row);
}
