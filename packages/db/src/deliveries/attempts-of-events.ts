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
    sql<DeliveryAttemptsTable>`
      SELECT a.* FROM ${wantedEvents(scope, keys)}
      CROSS JOIN delivery_attempts AS a ON ${isOfEvent("a", "event_id")} LIMIT ${limit}`.compile(queries),
    readAttempt,
  );
