import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Forgets sessions that were first heard of before a UTC day, the oldest first. */
export const forgetSessions = (_scope: PipelineScope, beforeDay: number, limit: number): Statement<number> =>
  write(
    sql`
      DELETE FROM sessions WHERE (client_id, visitor_id, session_id) IN (
        SELECT client_id, visitor_id, session_id FROM sessions WHERE day < ${beforeDay} ORDER BY day LIMIT ${limit})`.compile(
      queries,
    ),
  );
