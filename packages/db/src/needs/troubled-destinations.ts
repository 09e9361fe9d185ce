import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { requireClients } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { Flag } from "../tables/flag.ts";

/** Of what is amiss so many are looked at: whoever has more begins with these. */
export const mostLookedAt = 10;

/** A destination that is down or slow. Times in ms. */
export interface UnwellDestination {
  id: string;
  client_id: string;
  name: string;
  state: "failing" | "slow" | "down";
  is_refusing: Flag;
  since: number;
}

/** Those of these clients that are not well and are not off, through `destination_health_client`: none that is well is looked at. */
export function unwellDestinations(
  scope: OperatorScope,
  clientIds: readonly string[],
): Statement<UnwellDestination[]> {
  requireClients(scope, clientIds);
  const query = sql<UnwellDestination>`
    SELECT d.id, d.client_id, d.name, h.state, h.is_refusing, h.since
    FROM ${jsonValues(clientIds)} AS c CROSS JOIN destination_health AS h INDEXED BY destination_health_client ON h.client_id = c.value
    CROSS JOIN destinations AS d ON d.id = h.destination_id
    WHERE h.state <> 'failing' AND d.enabled = 1 AND d.deleted_at IS NULL LIMIT ${mostLookedAt}`;
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

/** Those of these clients, through `destinations_off`. */
export function offDestinations(
  scope: OperatorScope,
  clientIds: readonly string[],
): Statement<OffDestination[]> {
  requireClients(scope, clientIds);
  const query = sql<OffDestination>`
    SELECT d.id, d.client_id, d.name, d.disabled_reason, d.disabled_at
    FROM ${jsonValues(clientIds)} AS c CROSS JOIN destinations AS d INDEXED BY destinations_off
    ON d.client_id = c.value AND d.enabled = 0 AND d.deleted_at IS NULL LIMIT ${mostLookedAt}`;
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
    WHERE d.confirm_json ->> '$.confirmation.within_minutes' IS NOT NULL LIMIT ${mostLookedAt}`;
  return rowsOf(query.compile(queries), (row) => row);
}
