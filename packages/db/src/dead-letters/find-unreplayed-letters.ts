import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** Which of these letters hold their message still: open, or settled by a person; a replayed one is under way again. */
export function findUnreplayedLetters(_scope: PipelineScope, ids: readonly string[]): Statement<string[]> {
  const query = sql<{ id: string }>`
    SELECT letter.id FROM json_each(${JSON.stringify(ids)}) AS wanted
    CROSS JOIN dead_letters AS letter ON letter.id = wanted.value WHERE letter.state <> 'replayed'`;
  return rowsOf(query.compile(queries), ({ id }) => id);
}
