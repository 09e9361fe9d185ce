import { sql } from "kysely";
import type { Scope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { requirePart } from "../scope/require-part.ts";

/** A letter that is not about a delivery: `payload_json` is the only copy of its message. */
export interface LetterMessage {
  id: string;
  payload_json: string;
}

/** Of a client's letters by id (null: those without one), where they have a message. */
export function letterMessages(
  scope: Scope,
  clientId: string | null,
  ids: readonly string[],
): Statement<LetterMessage[]> {
  requirePart(scope, clientId);
  return rowsOf(
    sql<LetterMessage>`
      SELECT letter.id, letter.payload_json FROM json_each(${JSON.stringify(ids)}) AS wanted
      CROSS JOIN dead_letters AS letter ON letter.id = wanted.value
      WHERE letter.client_id IS ${clientId} AND letter.payload_json IS NOT NULL`.compile(queries),
    (row) => row,
  );
}
