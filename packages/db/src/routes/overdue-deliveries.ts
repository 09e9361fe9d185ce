import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";

/** Of which deliveries of a route: made after the first, and no later than the second, ms UTC. */
interface OverdueRange {
  route_id: string;
  after: number;
  until: number;
}

/** A delivery of a route that waits, not under way. */
export interface OverdueDelivery extends DeliveryKey {
  client_id: string;
  route_id: string;
  attempts: number;
  created_at: number;
}

/** What one look found. */
interface Overdue {
  waiting: OverdueDelivery[];
  /** Of each route where the look ended before its range did: when the last one that it looked at was made. */
  more: ReadonlyMap<string, number>;
}

/**
 * What waits at members of these routes, the oldest first. Of each it looks at `limit` unsettled deliveries, whatever became of them: as many index
 * rows, and the deliveries themselves.
 */
export function overdueDeliveries(
  _scope: PipelineScope,
  ranges: readonly OverdueRange[],
  limit: number,
): Statement<Overdue> {
  const query = sql<OverdueDelivery & { status: string }>`
    SELECT wanted.value ->> 'route_id' AS route_id, one.value ->> 0 AS lead_id, one.value ->> 1 AS event_id, one.value ->> 2 AS destination_id,
      one.value ->> 3 AS client_id, one.value ->> 4 AS status, one.value ->> 5 AS attempts, one.value ->> 6 AS created_at
    FROM json_each(${JSON.stringify(ranges)}) AS wanted CROSS JOIN json_each((
      SELECT json_group_array(json_array(lead_id, event_id, destination_id, client_id, status, attempts, created_at)) FROM (
        SELECT * FROM deliveries INDEXED BY deliveries_routed
        WHERE route_id IS NOT NULL AND settled_at IS NULL AND route_id = wanted.value ->> 'route_id'
          AND created_at > wanted.value ->> 'after' AND created_at <= wanted.value ->> 'until'
        ORDER BY created_at LIMIT ${limit}
      )
    )) AS one`.compile(queries);
  return mapResult(
    rowsOf(query, (row) => row),
    (found) => {
      const more = new Map<string, number>();
      for (const [routeId, looked] of Map.groupBy(found, ({ route_id }) => route_id))
        if (looked.length === limit) more.set(routeId, looked.at(-1)?.created_at ?? 0);
      const waiting = found.filter(({ status }) => status === "held" || status === "pending");
      return { waiting, more };
    },
  );
}
