import { sql } from "kysely";
import { mostAttemptsShown } from "../deliveries/attempts-made.ts";
import { bytesOfHex } from "../bytes-of-hex.ts";
import { inScope } from "../scope/in-scope.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** What a try sent and was answered, as it is packed. */
export interface PackedExchange {
  number: number;
  packed: Uint8Array;
}

/**
 * What the last tries of a delivery sent and were answered, of those since a time (ms UTC): for who sees its client's contacts only.
 * @param before tries before this number
 */
export const findExchanges = (
  scope: OperatorScope,
  publicId: string,
  { since, before = Number.MAX_SAFE_INTEGER }: { since: number; before?: number | undefined },
): Statement<PackedExchange[]> =>
  rowsOf(
    sql<{ number: number; hex: string }>`
      SELECT a.number, hex(a.exchange) AS hex
      FROM deliveries AS d CROSS JOIN delivery_attempts AS a
        ON a.lead_id = d.lead_id AND a.event_id = d.event_id AND a.destination_id = d.destination_id
      WHERE d.public_id = ${publicId} AND ${inScope(scope, "d.client_id")}
        AND a.number < ${before} AND a.exchange IS NOT NULL AND a.started_at >= ${since}
      ORDER BY a.number DESC LIMIT ${mostAttemptsShown}`.compile(queries),
    ({ number, hex }) => ({ number, packed: bytesOfHex(hex) }),
  );
