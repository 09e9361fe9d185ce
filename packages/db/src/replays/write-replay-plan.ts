import { sql } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import type { OperatorScope, PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { isPlanWithin, type ReplayPlan } from "./replay-plan.ts";

/** A new plan. */
export function insertReplayPlan(scope: OperatorScope, plan: ReplayPlan): Statement<number> {
  requirePlan(scope, plan);
  const { filter, parts, summary, ...row } = plan;
  return write(
    queries
      .insertInto("replay_plans")
      .values({
        ...row,
        filter_json: JSON.stringify(filter),
        parts_json: JSON.stringify(parts),
        summary_json: JSON.stringify(summary),
      })
      .compile(),
  );
}

/** Starts a planned replay. The first statement aborts the batch (`classifyStorageError`: conflict) unless it still can be applied. */
export function applyReplayPlan(
  scope: OperatorScope,
  plan: ReplayPlan,
  appliedBy: string,
  nowMs: number,
): readonly [Statement<number>, Statement<number>] {
  requirePlan(scope, plan);
  return [
    guard(sql`id = ${plan.id} AND state = 'planned' AND expires_at > ${nowMs}`),
    write(
      sql`
        UPDATE replay_plans SET state = 'running', applied_by = ${appliedBy}, applied_at = ${nowMs}
        WHERE id = ${plan.id} AND state = 'planned'`.compile(queries),
    ),
  ];
}

/** Ends a plan that is not done. The first statement aborts the batch when it ended meanwhile. */
export function cancelReplayPlan(
  scope: OperatorScope,
  plan: ReplayPlan,
  nowMs: number,
): readonly [Statement<number>, Statement<number>] {
  requirePlan(scope, plan);
  return [
    guard(sql`id = ${plan.id} AND state IN ('planned', 'running')`),
    write(
      sql`
        UPDATE replay_plans SET state = 'cancelled', finished_at = ${nowMs}
        WHERE id = ${plan.id} AND state IN ('planned', 'running')`.compile(queries),
    ),
  ];
}

/** Every part of a running plan is done, and its last send has its turn at this time (ms). */
export const finishReplayPlan = (_scope: PipelineScope, planId: string, doneAt: number): Statement<number> =>
  write(
    sql`
      UPDATE replay_plans SET state = 'done', finished_at = ${doneAt} WHERE id = ${planId} AND state = 'running'`.compile(
      queries,
    ),
  );

const guard = (condition: ReturnType<typeof sql>) =>
  abortUnless(sql`EXISTS (SELECT 1 FROM replay_plans WHERE ${condition})`);

function requirePlan(scope: OperatorScope, plan: ReplayPlan): void {
  if (!isPlanWithin(scope, plan)) throw new Error(`Replay ${plan.id} is outside this scope`);
}
