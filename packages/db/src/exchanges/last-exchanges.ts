import type { AttemptOutcome } from "@leadrelay/contracts/delivery-status";
import { sql } from "kysely";
import { bytesOfHex } from "../bytes-of-hex.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** What the last try of a delivery sent and was answered, as it is packed. */
export interface LastExchange {
  delivery_public_id: string;
  number: number;
  started_at: number;
  /** As it counted then. */
  outcome: AttemptOutcome;
  packed: Uint8Array;
}

/** Of a client's newest deliveries so many are looked through for one destination's, and so many of those for tries that are kept. */
const mostLookedThrough = 5_000;
const mostDeliveries = 100;

type Row = Omit<LastExchange, "packed"> & { hex: string };

/**
 * Of a destination's newest deliveries of leads the last tries that are kept, the newest delivery first: for who sees its client's contacts only.
 * Through `deliveries_created`, whose entries name the destination, too.
 * @param since tries since then (ms UTC) and of deliveries since then
 */
export function lastExchanges(
  scope: OperatorScope,
  { id, client_id }: { id: string; client_id: string },
  { since, limit }: { since: number; limit: number },
): Statement<LastExchange[]> {
  requireClient(scope, client_id);
  return rowsOf(
    sql<Row>`
      SELECT d.public_id AS delivery_public_id, a.number, a.started_at, coalesce(a.told_outcome, a.outcome) AS outcome, hex(a.exchange) AS hex
      FROM (
        SELECT * FROM (
          SELECT lead_id, event_id, destination_id, created_at FROM deliveries
          WHERE client_id = ${client_id} AND created_at >= ${since} ORDER BY created_at DESC LIMIT ${mostLookedThrough}
        ) WHERE destination_id = ${id} ORDER BY created_at DESC LIMIT ${mostDeliveries}
      ) AS found
      CROSS JOIN deliveries AS d
        ON d.lead_id = found.lead_id AND d.event_id = found.event_id AND d.destination_id = found.destination_id
      CROSS JOIN delivery_attempts AS a
        ON a.lead_id = d.lead_id AND a.event_id = d.event_id AND a.destination_id = d.destination_id
        AND a.number = (
          SELECT max(one.number) FROM delivery_attempts AS one
          WHERE one.lead_id = d.lead_id AND one.event_id = d.event_id AND one.destination_id = d.destination_id
            AND one.exchange IS NOT NULL AND one.started_at >= ${since}
        )
      WHERE d.is_notice IS NULL
      ORDER BY found.created_at DESC LIMIT ${limit}`.compile(queries),
    ({ hex, ...row }) => ({ ...row, packed: bytesOfHex(hex) }),
  );
}
