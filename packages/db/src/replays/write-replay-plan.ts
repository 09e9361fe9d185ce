import type { OperatorScope } from "../scope.ts";
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

function requirePlan(scope: OperatorScope, plan: ReplayPlan): void {
  if (!isPlanWithin(scope, plan)) throw new Error(`Replay ${plan.id} is outside this scope`);
}
