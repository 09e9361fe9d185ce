import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Forgets what was counted in periods that are over, those that ended first before others. */
export const forgetPastTallies = (_scope: PipelineScope, nowMs: number, limit: number): Statement<number> =>
  write(
    sql`
      DELETE FROM tallies WHERE (client_id, subject, period) IN (
        SELECT client_id, subject, period FROM tallies WHERE ends_at <= ${nowMs} ORDER BY ends_at LIMIT ${limit})`.compile(
      queries,
    ),
  );
