import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { isInScope } from "../scope/is-in-scope.ts";
import { queries, type Statement } from "../statement.ts";
import { jsonValues } from "./json-values.ts";

/**
 * Rows of a page by their ids, those of the scope's clients only: one read each.
 * @param columns `client_id` among them
 */
export const byIds = <Row extends { client_id: string }>(
  scope: OperatorScope,
  columns: string,
  table: "leads" | "destinations" | "forms",
  ids: readonly (string | number)[],
): Statement<Row[]> => ({
  query: sql`
    SELECT ${sql.raw(columns)} FROM ${jsonValues([...new Set(ids)])} AS wanted
    CROSS JOIN ${sql.table(table)} AS found ON found.id = wanted.value`.compile(queries),
  read: (rows) => (rows as Row[]).filter(({ client_id }) => isInScope(scope, client_id)),
});
