import type { DayCounters } from "@leadrelay/core/statistics/day-counters";
import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { requireClients } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { DayCountersTable } from "../tables/day-counters-table.ts";

type Row = Pick<
  DayCountersTable,
  "client_id" | "day" | "slots_json" | "arrived_json" | "hours_json" | "lost_json" | "last_at"
>;

/**
 * What was counted of these clients on those UTC days (see `dayOf`), `until` excluded: a row for each day of each, and where a client's
 * days are looked through one more. What arrived is told from `arrivedFrom` on: of days before that nobody asks.
 */
export function dayCounters(
  scope: OperatorScope,
  clientIds: readonly string[],
  { from, until = null, arrivedFrom = from }: { from: number; until?: number | null; arrivedFrom?: number },
): Statement<DayCounters[]> {
  requireClients(scope, clientIds);
  // Of one day no second row is looked at.
  const days =
    until === from + 1
      ? sql`counted.day = ${from}`
      : sql`counted.day >= ${from} AND counted.day < ${until ?? Number.MAX_SAFE_INTEGER}`;
  const told = (column: string) =>
    sql`iif(counted.day >= ${arrivedFrom}, ${sql.ref(column)}, '{}') AS ${sql.ref(column)}`;
  const query = sql<Row>`
    SELECT counted.client_id, counted.day, slots_json, ${told("arrived_json")}, ${told("hours_json")}, lost_json, last_at
    FROM ${jsonValues(clientIds)} AS c CROSS JOIN day_counters AS counted
    ON counted.client_id = c.value AND ${days}`;
  return rowsOf(query.compile(queries), (row) => ({
    client_id: row.client_id,
    day: row.day,
    slots: JSON.parse(row.slots_json) as DayCounters["slots"],
    arrived: JSON.parse(row.arrived_json) as DayCounters["arrived"],
    arrived_slots: inSlots(JSON.parse(row.hours_json) as Record<string, Record<string, number>>),
    lost: JSON.parse(row.lost_json) as DayCounters["lost"],
    last_at: row.last_at,
  }));
}

/** `{"h13": 5, "at": …}` as half hours: what is kept by the hour stands in the hour's first. */
const inSlots = (destinations: Readonly<Record<string, Readonly<Record<string, number>>>>) =>
  Object.fromEntries(
    Object.entries(destinations).map(([id, hours]) => [
      id,
      Object.fromEntries(
        Object.entries(hours).flatMap(([hour, value]) =>
          hour.startsWith("h") ? [[2 * Number(hour.slice(1)), value]] : [],
        ),
      ),
    ]),
  );
