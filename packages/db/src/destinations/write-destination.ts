import { forgetHealth } from "../destination-health/write-health.ts";
import { markDirectConfigStale } from "../publishing/mark-direct-config-stale.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { toDestinationRow, type DestinationDetails } from "./destination-details.ts";

/** Adds a destination, and has its client's configuration for outages published anew. */
export function insertDestination(
  scope: OperatorScope,
  destination: DestinationDetails,
): readonly [Statement<number>, Statement<number>] {
  requireClient(scope, destination.client_id);
  const row = toDestinationRow(destination);
  return [
    write(queries.insertInto("destinations").values(row).compile()),
    markDirectConfigStale(scope, destination.client_id),
  ];
}

/**
 * Writes what may change of a destination, its deletion too. It never changes client or kind. What its tries said of it is forgotten: it
 * may be another receiver now.
 */
export function updateDestination(
  scope: OperatorScope,
  destination: DestinationDetails,
): readonly [Statement<number>, Statement<number>, Statement<number>] {
  requireClient(scope, destination.client_id);
  const { id, client_id, kind: _kind, created_at: _created, ...changeable } = toDestinationRow(destination);
  const update = queries
    .updateTable("destinations")
    .set(changeable)
    .where("id", "=", id)
    .where("client_id", "=", client_id);
  return [write(update.compile()), markDirectConfigStale(scope, client_id), forgetHealth(scope, id)];
}
