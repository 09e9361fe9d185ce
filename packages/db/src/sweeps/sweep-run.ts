import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { mapResult, queries, rowsOf, write, type Statement } from "../statement.ts";
import type { SweepRunsTable } from "../tables/sweep-runs-table.ts";

/** How the last sweep went; times in ms. */
export interface SweepRun {
  started_at: number;
  finished_at: number;
  /** Task → why it failed. */
  failed: Record<string, string>;
  /** What was still to be published after it, counted to 1000. */
  stale_forms: number;
  stale_clients: number;
}

const mostCounted = 1000;

/** Writes down how a sweep went, and what it left to be published: one row, whatever there is. */
export const recordSweep = (
  _scope: PipelineScope,
  run: Pick<SweepRun, "started_at" | "finished_at" | "failed">,
): Statement<number> =>
  write(
    sql`
      INSERT INTO sweep_runs (name, started_at, finished_at, failed_json, stale_forms, stale_clients)
      VALUES ('minute', ${run.started_at}, ${run.finished_at}, ${JSON.stringify(run.failed)},
        (SELECT count(*) FROM (SELECT 1 FROM forms WHERE snapshot_stale = 1 LIMIT ${mostCounted})),
        (SELECT count(*) FROM (SELECT 1 FROM clients WHERE direct_config_stale = 1 LIMIT ${mostCounted})))
      ON CONFLICT (name) DO UPDATE SET started_at = excluded.started_at, finished_at = excluded.finished_at,
        failed_json = excluded.failed_json, stale_forms = excluded.stale_forms, stale_clients = excluded.stale_clients`.compile(
      queries,
    ),
  );

/** The last sweep; undefined where none was ever written down. */
export const lastSweep = (_scope: PipelineScope): Statement<SweepRun | undefined> =>
  mapResult(
    rowsOf(
      sql<SweepRunsTable>`SELECT * FROM sweep_runs WHERE name = 'minute'`.compile(queries),
      ({ failed_json, started_at, finished_at, stale_forms, stale_clients }): SweepRun => ({
        started_at,
        finished_at,
        failed: JSON.parse(failed_json) as Record<string, string>,
        stale_forms,
        stale_clients,
      }),
    ),
    (found) => found.at(0),
  );
