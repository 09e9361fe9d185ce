import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import { sql } from "kysely";
import type { Scope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** Deliveries of a replay in a state. */
export interface UndeliveredCount {
  status: DeliveryStatus;
  count: number;
}

/**
 * What a replay sent again and has not brought home, in this database. Reads two rows for each of those, none for what arrived.
 * Take the plan from `findReplayPlan`, which knows whose it is.
 */
export const undeliveredOfReplay = (_scope: Scope, planId: string): Statement<UndeliveredCount[]> =>
  rowsOf(
    // The condition stands as in the partial index deliveries_replayed, or SQLite would not use it.
    sql<UndeliveredCount>`
      SELECT status, count(*) AS count FROM deliveries
      WHERE replay_id = ${planId} AND replay_id IS NOT NULL AND status NOT IN ('delivered', 'confirmed')
      GROUP BY status`.compile(queries),
    (row) => row,
  );
