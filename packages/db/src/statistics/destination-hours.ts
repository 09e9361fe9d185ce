import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** Deliveries to a destination of one outcome on a UTC day, by the hour: `{"h13": 5}`. */
export interface DestinationDay {
  destination_id: string;
  day: number;
  outcome: "delivered" | "dead";
  by_hour: string;
  /** When the last was, ms UTC. */
  last_at: number | null;
}

/** What was settled for these clients on days from `fromDay` on, at any destination or one: the counters are read, never what they count. */
export function destinationHours(
  scope: OperatorScope,
  clientIds: readonly string[],
  fromDay: number,
  destinationId: string | null = null,
): Statement<DestinationDay[]> {
  for (const id of clientIds) requireClient(scope, id);
  const wanted = sql`json_each(${JSON.stringify(clientIds)}) AS wanted`;
  // Each element that is looked through counts as a row: of one destination its own is taken out by name.
  const [from, key, value] =
    destinationId === null
      ? [
          sql`CROSS JOIN json_each(counted.hours_json) AS destination`,
          sql`destination.key`,
          sql`destination.value`,
        ]
      : [sql``, sql`${destinationId}`, sql`(counted.hours_json -> ${`$."${destinationId}"`})`];
  const query = sql<DestinationDay>`
    SELECT ${key} AS destination_id, counted.day AS day, 'delivered' AS outcome,
      json_remove(${value}, '$.at') AS by_hour, ${value} ->> 'at' AS last_at
    FROM ${wanted} CROSS JOIN day_counters AS counted ON counted.client_id = wanted.value AND counted.day >= ${fromDay} ${from}
    WHERE ${value} IS NOT NULL
    UNION ALL
    SELECT counted.destination_id, counted.day, counted.outcome, counted.by_hour, counted.last_at
    FROM ${wanted} CROSS JOIN delivery_counters AS counted ON counted.client_id = wanted.value AND counted.day >= ${fromDay}
    WHERE counted.outcome = 'dead' AND counted.last_at IS NOT NULL
      AND counted.destination_id = coalesce(${destinationId}, counted.destination_id)`;
  return rowsOf(query.compile(queries), (row) => row);
}
