import { sql } from "kysely";
import type { PipelineScope, Scope } from "../scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";
import type { ReplayPlansTable } from "../tables/replay-plans-table.ts";
import { isPlanWithin, toReplayPlan, type ReplayPlan } from "./replay-plan.ts";

/** A plan by its id; undefined where there is none, or it is outside the scope. */
export const findReplayPlan = (scope: Scope, id: string): Statement<ReplayPlan | undefined> =>
  mapResult(
    rowsOf(sql<ReplayPlansTable>`SELECT * FROM replay_plans WHERE id = ${id}`.compile(queries), toReplayPlan),
    (plans) => plans.find((plan) => isPlanWithin(scope, plan)),
  );

/** Plans that are under way, oldest first. */
export const runningReplayPlans = (_scope: PipelineScope, limit: number): Statement<ReplayPlan[]> =>
  rowsOf(
    sql<ReplayPlansTable>`SELECT * FROM replay_plans WHERE state = 'running' ORDER BY id LIMIT ${limit}`.compile(
      queries,
    ),
    toReplayPlan,
  );
