import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** How fast replays were sent to a destination last. */
export interface RecentPace {
  destination_id: string;
  per_second: number;
}

/** Those of these destinations whose last paced send is due after `sinceMs`. */
export const recentPaces = (
  _scope: PipelineScope,
  destinationIds: readonly string[],
  sinceMs: number,
): Statement<RecentPace[]> =>
  rowsOf(
    sql<RecentPace>`
      SELECT pace.destination_id, pace.per_second FROM json_each(${JSON.stringify(destinationIds)}) AS wanted
      CROSS JOIN destination_pace AS pace ON pace.destination_id = wanted.value
      WHERE pace.next_slot_at > ${sinceMs}`.compile(queries),
    (row) => row,
  );
