import { sql } from "kysely";
import { isOfEvent, wantedEvents, type EventKey } from "../events/find-events.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { DeliveryAttemptsTable } from "../tables/delivery-attempts-table.ts";
import { readAttempt, type ShownAttempt } from "../tables/stored-attempt.ts";

/** The attempts at delivering these events, in the events' order, at most `limit`. */
export const attemptsOfEvents = (
  scope: OperatorScope,
  keys: readonly EventKey[],
  limit: number,
): Statement<ShownAttempt[]> =>
  rowsOf(
    sql<Omit<DeliveryAttemptsTable, "exchange">>`
      SELECT a.lead_id, a.event_id, a.destination_id, a.number, a.client_id, a.outcome, a.told_outcome, a.status_code, a.error, a.started_at, a.duration_ms
      FROM ${wantedEvents(scope, keys)}
      CROSS JOIN delivery_attempts AS a ON ${isOfEvent("a", "event_id")} LIMIT ${limit}`.compile(queries),
    readAttempt,
  );
