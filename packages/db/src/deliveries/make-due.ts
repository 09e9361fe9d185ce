import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Tries that failed as a destination went down, and while it was: those of a few rounds, and its probes. */
const most = 500;

/** A destination is back: what waits for a later try there is due at once. What a replay sends keeps its pace. */
export const makeDue = (_scope: PipelineScope, destinationId: string, nowMs: number): Statement<number> =>
  write(
    sql`
      UPDATE deliveries SET next_attempt_at = ${nowMs}
      WHERE (lead_id, event_id, destination_id) IN (
        SELECT lead_id, event_id, destination_id FROM deliveries
        WHERE settled_at IS NULL AND destination_id = ${destinationId} AND next_attempt_at > ${nowMs}
          AND status = 'pending' AND replay_id IS NULL
        ORDER BY next_attempt_at LIMIT ${most}
      )`.compile(queries),
  );
