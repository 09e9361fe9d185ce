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

/** What was settled for these clients on days from `fromDay` on: the counters are read, never what they count. */
export function destinationHours(
  scope: OperatorScope,
  clientIds: readonly string[],
  fromDay: number,
): Statement<DestinationDay[]> {
  for (const id of clientIds) requireClient(scope, id);
  const wanted = sql`json_each(${JSON.stringify(clientIds)}) AS wanted`;
  const query = sql<DestinationDay>`
    SELECT destination.key AS destination_id, counted.day AS day, 'delivered' AS outcome,
      json_remove(destination.value, '$.at') AS by_hour, destination.value ->> 'at' AS last_at
    FROM ${wanted} CROSS JOIN day_counters AS counted ON counted.client_id = wanted.value AND counted.day >= ${fromDay}
      CROSS JOIN json_each(counted.hours_json) AS destination
    UNION ALL
    SELECT counted.destination_id, counted.day, counted.outcome, counted.by_hour, counted.last_at
    FROM ${wanted} CROSS JOIN delivery_counters AS counted ON counted.client_id = wanted.value AND counted.day >= ${fromDay}
    WHERE counted.outcome = 'dead' AND counted.last_at IS NOT NULL`;
  return rowsOf(query.compile(queries), (row) => row);
}
