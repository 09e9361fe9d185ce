import { sql } from "kysely";
import { requirePart } from "../scope/require-part.ts";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** What the message of a letter says of whoever sent it, as it stands there; null for what is no message. */
export interface MessageLetter {
  id: string;
  client_id: string | null;
  submission_id: string | null;
  payload_json: string | null;
}

/**
 * Of the open letters that failed last, at most `perClient` of each client, those about a submission that could not be stored.
 * null among the clients: letters without one.
 */
export function openMessageLetters(
  scope: OperatorScope,
  clientIds: readonly (string | null)[],
  perClient: number,
): Statement<MessageLetter[]> {
  for (const id of clientIds) requirePart(scope, id);
  const query = sql<MessageLetter>`
    SELECT letter.id, letter.client_id, letter.submission_id, letter.payload_json
    FROM ${jsonValues(clientIds)} AS c CROSS JOIN dead_letters AS letter ON letter.id IN (
      SELECT id FROM dead_letters WHERE client_id IS c.value AND state = 'open'
      ORDER BY last_failed_at DESC LIMIT ${perClient})
    WHERE letter.kind <> 'delivery'`;
  return rowsOf(query.compile(queries), (row) => row);
}
