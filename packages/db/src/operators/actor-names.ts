import { sql } from "kysely";
import type { Scope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** What operators and access keys are called that rows of the scope name: an e-mail address, a key's name. */
export function actorNames(_scope: Scope, ids: readonly string[]): Statement<{ id: string; name: string }[]> {
  const wanted = JSON.stringify(ids);
  return rowsOf(
    sql<{ id: string; name: string }>`
      SELECT o.id, o.email AS name FROM json_each(${wanted}) AS wanted CROSS JOIN operators AS o ON o.id = wanted.value
      UNION ALL
      SELECT k.id, k.name FROM json_each(${wanted}) AS wanted CROSS JOIN access_keys AS k ON k.id = wanted.value
      `.compile(queries),
    (row) => row,
  );
}
