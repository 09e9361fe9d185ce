import { sql } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import type { OperatorScope } from "../scope.ts";
import { mapResult, queries, rowsOf, write, type Statement } from "../statement.ts";
import type { ReplayPlanningTable } from "../tables/replay-planning-table.ts";

/** Whose it is: whoever asks sees and moves their own alone. Times in ms. */
interface Own {
  createdBy: string;
  planId: string;
}

/** How long whoever asked has it to themselves: a step, which one that crashed holds up, and all of it. */
interface Lease {
  nowMs: number;
  busyUntil: number;
  lapsesAt: number;
}

/** Begins a plan, unless another of the same author's is being made: 1, else 0. */
export const claimPlanning = (
  _scope: OperatorScope,
  { createdBy, planId }: Own,
  { nowMs, busyUntil, lapsesAt }: Lease,
): Statement<number> =>
  write(
    sql`
      INSERT INTO replay_planning (created_by, plan_id, planning_json, begun_at, busy_until, lapses_at)
      VALUES (${createdBy}, ${planId}, '{}', ${nowMs}, ${busyUntil}, ${lapsesAt})
      ON CONFLICT (created_by) DO UPDATE SET plan_id = excluded.plan_id, planning_json = excluded.planning_json,
        begun_at = excluded.begun_at, busy_until = excluded.busy_until, lapses_at = excluded.lapses_at
      WHERE replay_planning.lapses_at <= ${nowMs}`.compile(queries),
  );

/** Takes the next step of it, unless one is under way, or it lapsed: 1, else 0. */
export const claimPlanningStep = (
  _scope: OperatorScope,
  { createdBy, planId }: Own,
  { nowMs, busyUntil, lapsesAt }: Lease,
): Statement<number> =>
  write(
    sql`
      UPDATE replay_planning SET busy_until = ${busyUntil}, lapses_at = ${lapsesAt}
      WHERE created_by = ${createdBy} AND plan_id = ${planId} AND busy_until <= ${nowMs} AND lapses_at > ${nowMs}`.compile(
      queries,
    ),
  );

/** Writes down how far it is, and lets the next step begin. */
export const keepPlanning = (
  _scope: OperatorScope,
  { createdBy, planId }: Own,
  { planning, lapsesAt }: { planning: object; lapsesAt: number },
): Statement<number> =>
  write(
    sql`
      UPDATE replay_planning SET planning_json = ${JSON.stringify(planning)}, busy_until = 0, lapses_at = ${lapsesAt}
      WHERE created_by = ${createdBy} AND plan_id = ${planId}`.compile(queries),
  );

/** Makes room for another. */
export const dropPlanning = (_scope: OperatorScope, { createdBy, planId }: Own): Statement<number> =>
  write(
    sql`DELETE FROM replay_planning WHERE created_by = ${createdBy} AND plan_id = ${planId}`.compile(queries),
  );

/** Aborts the batch when it was dropped, or made, meanwhile. */
export const requirePlanning = (_scope: OperatorScope, { createdBy, planId }: Own): Statement<number> =>
  abortUnless(
    sql`EXISTS (SELECT 1 FROM replay_planning WHERE created_by = ${createdBy} AND plan_id = ${planId})`,
  );

/** What its author is making; undefined where there is nothing. */
export const findPlanning = (
  _scope: OperatorScope,
  createdBy: string,
): Statement<ReplayPlanningTable | undefined> =>
  mapResult(
    rowsOf(
      sql<ReplayPlanningTable>`SELECT * FROM replay_planning WHERE created_by = ${createdBy}`.compile(
        queries,
      ),
      (row) => row,
    ),
    (rows) => rows.at(0),
  );
