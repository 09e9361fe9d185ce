import type { ReplaySkips } from "@leadrelay/contracts/replay";
import { sql } from "kysely";
import type { Scope } from "../scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";
import type { ReplayProgressTable } from "../tables/replay-progress-table.ts";
import type { ReplayCursor } from "./replay-candidate.ts";

/** How far a plan is with one of its parts. Times in ms. */
export interface ReplayProgress {
  client_id: string | null;
  /** Steps taken. */
  steps: number;
  cursor: ReplayCursor;
  /** Deliveries the steps set out to send, and those that were still as they were read. */
  chosen: number;
  scheduled: number;
  /** Submissions put back on the queue. */
  queued: number;
  skipped: ReplaySkips;
  /** Scheduled ones that a later plan took over. */
  taken_over: number;
  next_step_at: number;
  finished_at: number | null;
}

/** Of a plan, as far as its parts in this database have begun. Take the plan from `findReplayPlan`, which knows whose it is. */
export const replayProgress = (_scope: Scope, planId: string): Statement<ReplayProgress[]> =>
  rowsOf(
    sql<ReplayProgressTable>`SELECT * FROM replay_progress WHERE plan_id = ${planId}`.compile(queries),
    toProgress,
  );

/** Of one part; undefined before its first step. */
export const partProgress = (
  _scope: Scope,
  planId: string,
  clientId: string | null,
): Statement<ReplayProgress | undefined> =>
  mapResult(
    rowsOf(
      sql<ReplayProgressTable>`
        SELECT * FROM replay_progress WHERE plan_id = ${planId} AND client_id = ${clientId ?? ""}`.compile(
        queries,
      ),
      toProgress,
    ),
    (found) => found.at(0),
  );

const toProgress = ({
  client_id,
  cursor_json,
  skipped_json,
  ...row
}: ReplayProgressTable): ReplayProgress => ({
  ...row,
  client_id: client_id === "" ? null : client_id,
  cursor: JSON.parse(cursor_json) as ReplayCursor,
  skipped: JSON.parse(skipped_json) as ReplaySkips,
});
