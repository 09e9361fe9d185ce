import { CompiledQuery } from "kysely";
import type { OperatorScope } from "../scope.ts";
import type { Statement } from "../statement.ts";

/**
 * Rows of a page by their ids, those of the scope's clients only. Plain parameters, because D1 counts a row that is found through
 * `json_each` twice; a page has no more of them than a statement takes (100).
 * @param columns `client_id` among them
 */
export const byIds = <Row extends { client_id: string }>(
  scope: OperatorScope,
  columns: string,
  table: "leads" | "destinations" | "forms",
  ids: readonly (string | number)[],
): Statement<Row[]> => {
  const distinct = [...new Set(ids)];
  const marks = distinct.map(() => "?").join(", ");
  return {
    query: CompiledQuery.raw(`SELECT ${columns} FROM ${table} WHERE id IN (${marks})`, distinct),
    read: (rows) => {
      const own = new Set(scope.clients.map(({ id }) => id));
      return (rows as Row[]).filter(({ client_id }) => own.has(client_id));
    },
  };
};
