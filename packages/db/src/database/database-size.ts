import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, type Statement } from "../statement.ts";

/** Bytes of the database it is asked of: D1 says so beside every answer. */
export const databaseSize = (_scope: PipelineScope): Statement<number> => ({
  query: sql`SELECT 1`.compile(queries),
  read: (_rows, _changes, databaseBytes) => databaseBytes,
});
