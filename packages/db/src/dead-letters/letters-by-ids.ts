import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { isInScope } from "../scope/is-in-scope.ts";
import { queries, type Statement } from "../statement.ts";
import { letterColumns, type LetterRow } from "./letter-columns.ts";

/** These letters, those of the scope only; one without a client is the installation's. */
export const lettersByIds = (scope: OperatorScope, ids: readonly string[]): Statement<LetterRow[]> => ({
  query: sql`
    SELECT ${sql.raw(letterColumns.map((column) => `letter.${column}`).join(", "))}
    FROM ${jsonValues(ids)} AS wanted CROSS JOIN dead_letters AS letter ON letter.id = wanted.value`.compile(
    queries,
  ),
  read: (rows) => (rows as LetterRow[]).filter(({ client_id }) => isInScope(scope, client_id)),
});
