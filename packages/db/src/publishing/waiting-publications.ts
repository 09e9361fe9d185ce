import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** Something whose latest change the edge does not know. */
export interface WaitingPublication {
  client_id: string;
  /** Of its last change, ms. */
  updated_at: number;
}

/** Forms whose snapshot is behind, whoever's they are: what a caller may not see is taken out by whoever asks. */
export const waitingForms = (_scope: PipelineScope, limit: number): Statement<WaitingPublication[]> =>
  rowsOf(
    sql<WaitingPublication>`SELECT client_id, updated_at FROM forms WHERE snapshot_stale = 1 LIMIT ${limit}`.compile(
      queries,
    ),
    (row) => row,
  );

/** Clients whose direct configuration is behind; the mark does not change `updated_at`. */
export const waitingDirectConfigs = (_scope: PipelineScope, limit: number): Statement<string[]> =>
  rowsOf(
    sql<{ id: string }>`SELECT id FROM clients WHERE direct_config_stale = 1 LIMIT ${limit}`.compile(queries),
    ({ id }) => id,
  );
