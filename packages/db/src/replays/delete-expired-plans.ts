import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Plans that nobody applied while it was possible, cancelled ones among them; those that ran out first. */
export const deleteExpiredPlans = (_scope: PipelineScope, nowMs: number, limit: number): Statement<number> =>
  write(
    sql`
      DELETE FROM replay_plans WHERE id IN (
        SELECT id FROM replay_plans WHERE applied_at IS NULL AND expires_at <= ${nowMs}
        ORDER BY expires_at LIMIT ${limit})`.compile(queries),
  );

/** Plans that were begun, and with which nobody went on. */
export const deleteExpiredPlanning = (
  _scope: PipelineScope,
  nowMs: number,
  limit: number,
): Statement<number> =>
  write(
    sql`
      DELETE FROM replay_planning WHERE created_by IN (
        SELECT created_by FROM replay_planning WHERE lapses_at <= ${nowMs} ORDER BY lapses_at LIMIT ${limit})`.compile(
      queries,
    ),
  );
