import { sql, type RawBuilder } from "kysely";
import { queries, write, type Statement } from "./statement.ts";

/**
 * A guard: aborts the batch, wherever in it, unless this SQL condition is true then; an unknown one (NULL) aborts too.
 * `classifyStorageError` calls that a conflict.
 */
export const abortUnless = (condition: RawBuilder<unknown>): Statement<number> =>
  write(sql`INSERT INTO commit_guard (unchanged) SELECT 0 WHERE (${condition}) IS NOT TRUE`.compile(queries));
