import { sql } from "kysely";
import { isOfEvent, wantedEvents, type EventKey } from "../events/find-events.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { DeliveriesTable } from "../tables/deliveries-table.ts";

/** The deliveries of these events, in the events' order, at most `limit`. */
export const deliveriesOfEvents = (
  scope: OperatorScope,
  keys: readonly EventKey[],
  limit: number,
): Statement<DeliveriesTable[]> =>
  rowsOf(
    sql<DeliveriesTable>`
      SELECT d.* FROM ${wantedEvents(scope, keys)}
      CROSS JOIN deliveries AS d ON ${isOfEvent("d", "event_id")} LIMIT ${limit}`.compile(queries),
    (row) => row,
  );
