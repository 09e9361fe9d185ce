import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, type Statement } from "../statement.ts";

/** How many open letters wait for D1, counted no further than `most`, and when the oldest was written (ms). */
export const waitingStorageLetters = (
  _scope: PipelineScope,
  most: number,
): Statement<{ count: number; oldest: number | null }> => ({
  query: sql`
    SELECT count(*) AS count, min(created_at) AS oldest FROM (
      SELECT created_at FROM dead_letters WHERE state = 'open' AND kind = 'storage_unavailable'
      ORDER BY created_at LIMIT ${most})`.compile(queries),
  read: ([row]) => row as { count: number; oldest: number | null },
});
