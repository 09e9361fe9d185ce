import { sql } from "kysely";
import { healthJson } from "../destination-health/health-of-destination.ts";
import type { PipelineScope } from "../scope.ts";
import { placeJson } from "../route-places/place-of-destination.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { destinationColumns, toDestination, type Destination } from "./destination.ts";

/** Every destination of these clients that is not deleted; disabled ones too, their deliveries are created held. */
export function destinationsOfClients(
  _scope: PipelineScope,
  clientIds: readonly string[],
): Statement<Destination[]> {
  const query = queries
    .selectFrom(sql<{ value: string }>`json_each(${JSON.stringify(clientIds)})`.as("wanted"))
    .crossJoin("destinations")
    .crossJoin("clients")
    .whereRef("clients.id", "=", "destinations.client_id")
    .whereRef("destinations.client_id", "=", "wanted.value")
    .where("destinations.deleted_at", "is", null)
    .where("clients.deleted_at", "is", null)
    .select(destinationColumns.map((column) => `destinations.${column}` as const))
    .select([
      "clients.deleted_at as client_deleted_at",
      healthJson.as("health_json"),
      placeJson.as("route_json"),
    ]);
  return rowsOf(query.compile(), toDestination);
}
