import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { requireClients } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { Flag } from "../tables/flag.ts";

/** Of what is amiss so many are looked at: whoever has more begins with these. */
export const mostLookedAt = 10;

/** Of what is not amiss in itself so many are looked at, to find what is. */
const mostLookedThrough = 50;

/** A destination that is down. Times in ms. */
export interface DownDestination {
  id: string;
  client_id: string;
  name: string;
  is_refusing: Flag;
  since: number;
}

/** Those of these clients that are down and are not off, through `destination_health_client`: none that is well is looked at. */
export function downDestinations(
  scope: OperatorScope,
  clientIds: readonly string[],
): Statement<DownDestination[]> {
  requireClients(scope, clientIds);
  const query = sql<DownDestination>`
    SELECT d.id, d.client_id, d.name, h.is_refusing, h.since
    FROM ${jsonValues(clientIds)} AS c CROSS JOIN destination_health AS h INDEXED BY destination_health_client ON h.client_id = c.value
    CROSS JOIN destinations AS d ON d.id = h.destination_id
    WHERE h.state = 'down' AND d.enabled = 1 AND d.deleted_at IS NULL LIMIT ${mostLookedAt}`;
  return rowsOf(query.compile(queries), (row) => row);
}

/** A destination that is off. */
export interface OffDestination {
  id: string;
  client_id: string;
  name: string;
  disabled_reason: string | null;
  disabled_at: number | null;
}

/** Those of these clients, through `destinations_off`: those that nobody switched off first, then what was switched off last. */
export function offDestinations(
  scope: OperatorScope,
  clientIds: readonly string[],
): Statement<OffDestination[]> {
  requireClients(scope, clientIds);
  const query = sql<OffDestination>`
    SELECT * FROM (
      SELECT d.id, d.client_id, d.name, d.disabled_reason, d.disabled_at
      FROM ${jsonValues(clientIds)} AS c CROSS JOIN destinations AS d INDEXED BY destinations_off
      ON d.client_id = c.value AND d.enabled = 0 AND d.deleted_at IS NULL LIMIT ${mostLookedThrough}) AS found
    ORDER BY coalesce(disabled_reason, '') IN ('gone', 'failing') DESC, disabled_at DESC`;
  return rowsOf(query.compile(queries), (row) => row);
}

/** Those of these clients that must confirm what they take, through `destinations_confirming`. */
export function mustConfirm(
  scope: OperatorScope,
  clientIds: readonly string[],
): Statement<Pick<OffDestination, "id" | "client_id">[]> {
  requireClients(scope, clientIds);
  const query = sql<Pick<OffDestination, "id" | "client_id">>`
    SELECT d.id, d.client_id FROM ${jsonValues(clientIds)} AS c CROSS JOIN destinations AS d INDEXED BY destinations_confirming
    ON d.client_id = c.value AND d.confirm_json IS NOT NULL AND d.deleted_at IS NULL
    WHERE d.confirm_json ->> '$.confirmation.within_minutes' IS NOT NULL LIMIT ${mostLookedThrough}`;
  return rowsOf(query.compile(queries), (row) => row);
}
