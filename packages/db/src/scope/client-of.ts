import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { isInScope } from "./is-in-scope.ts";
import { queries, type Statement } from "../statement.ts";

/** Whose form or destination this is; null when it is none of the scope's clients'. */
export const clientOf = (
  scope: OperatorScope,
  table: "forms" | "destinations",
  id: string,
): Statement<string | null> => ({
  query: sql`SELECT client_id FROM ${sql.table(table)} WHERE id = ${id}`.compile(queries),
  // The scope is asked here: in SQL it would be read row by row.
  read: ([row]) => {
    const owner = (row as { client_id: string } | undefined)?.client_id;
    return owner !== undefined && isInScope(scope, owner) ? owner : null;
  },
});
