import { sql } from "kysely";
import { wholeText } from "../long-texts/whole-text.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** Where a submission stands now. */
export interface SubmissionPlace {
  public_id: string;
  lead_public_id: string;
  decision_json: string;
}

/** Whose these submissions of a client are; what is not stored is absent. */
export function placesOfSubmissions(
  scope: OperatorScope,
  clientId: string,
  publicIds: readonly string[],
): Statement<SubmissionPlace[]> {
  requireClient(scope, clientId);
  return rowsOf(
    sql<SubmissionPlace>`
      SELECT s.public_id, l.public_id AS lead_public_id, ${wholeText("s.decision_json")} AS decision_json
      FROM json_each(${JSON.stringify(publicIds)}) AS j
      CROSS JOIN lead_submissions AS s ON s.client_id = ${clientId} AND s.public_id = j.value
      CROSS JOIN leads AS l ON l.id = s.lead_id`.compile(queries),
    (row) => row,
  );
}
