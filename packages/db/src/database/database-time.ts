import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, type Statement } from "../statement.ts";

/** What time it is there, ms UTC. */
export const databaseTime = (_scope: PipelineScope): Statement<number> => ({
  query: sql`SELECT unixepoch('subsec') * 1000 AS ms`.compile(queries),
  read: ([row]) => Math.round((row as { ms: number }).ms),
});
