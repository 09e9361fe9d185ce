import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { isInScope } from "../scope/is-in-scope.ts";
import { queries, type Statement } from "../statement.ts";

/** What a letter could not store, parsed; null where that is no JSON. */
interface MessageOfLetter {
  id: string;
  message: unknown;
}

/** The messages of a page's letters, those of the scope only: one row read for each. */
export const messagesOfLetters = (
  scope: OperatorScope,
  ids: readonly string[],
): Statement<MessageOfLetter[]> => ({
  query: sql`
    SELECT letter.id, letter.client_id, iif(json_valid(letter.payload_json), letter.payload_json, NULL) AS message
    FROM ${jsonValues(ids)} AS wanted CROSS JOIN dead_letters AS letter ON letter.id = wanted.value`.compile(
    queries,
  ),
  read: (rows) =>
    (rows as { id: string; client_id: string | null; message: string | null }[])
      .filter(({ client_id }) => isInScope(scope, client_id))
      .map(({ id, message }) => ({
        id,
        message: message === null ? null : (JSON.parse(message) as unknown),
      })),
});
