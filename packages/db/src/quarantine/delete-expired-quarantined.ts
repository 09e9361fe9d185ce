import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Quarantined submissions whose time is over, released or not, oldest first. */
export const deleteExpiredQuarantined = (
  _scope: PipelineScope,
  beforeMs: number,
  limit: number,
): Statement<number> =>
  write(
    sql`
      DELETE FROM quarantined_submissions WHERE (client_id, public_id) IN (
        SELECT client_id, public_id FROM quarantined_submissions
        WHERE expires_at <= ${beforeMs} ORDER BY expires_at LIMIT ${limit})`.compile(queries),
  );
