import { sql } from "kysely";
import type { OperatorScope, PipelineScope, Scope } from "../scope.ts";
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

/**
 * `next` is where the list goes on (an id), null at its end. A short page may have one: at most five times `limit` are looked at.
 */
export interface ReplayPlanPage {
  items: ReplayPlan[];
  next: string | null;
}

/** Plans wholly within the scope, newest first, those older than `before` (an id). */
export function listReplayPlans(
  scope: OperatorScope,
  { before, limit }: { before: string | null; limit: number },
): Statement<ReplayPlanPage> {
  const mostLooked = limit * 5;
  const newest = sql<ReplayPlansTable>`
    SELECT * FROM replay_plans WHERE id < ${before ?? afterEveryId} ORDER BY id DESC LIMIT ${mostLooked}`;
  return mapResult(rowsOf(newest.compile(queries), toReplayPlan), (looked) => {
    const mine = looked.filter((plan) => isPlanWithin(scope, plan));
    const items = mine.slice(0, limit);
    const lastLooked = looked.length === mostLooked ? looked.at(-1) : undefined;
    const last = mine.length > limit ? items.at(-1) : lastLooked;
    return { items, next: last?.id ?? null };
  });
}

/** Ids are lower-case UUIDs. */
const afterEveryId = "g";
