import type { DestinationLimits } from "@leadrelay/contracts/destination-limits";
import type { DestinationHealth } from "@leadrelay/core/destination-health/destination-health";
import type { RoutePlace } from "@leadrelay/core/routes/route-member";
import { healthJson, readHealth } from "../destination-health/health-of-destination.ts";
import { readLimits } from "./destination.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { placeJson, readPlace } from "../route-places/place-of-destination.ts";

/** A destination of a client, as its routes see it. */
export interface PlacedDestination {
  id: string;
  name: string;
  kind: string;
  enabled: boolean;
  limits: DestinationLimits | null;
  health: DestinationHealth | null;
  /** null where it is in no route. */
  route: RoutePlace | null;
}

/** Every destination of a client that is not deleted. */
export function placesOfClient(scope: OperatorScope, clientId: string): Statement<PlacedDestination[]> {
  requireClient(scope, clientId);
  const query = queries
    .selectFrom("destinations")
    .where("client_id", "=", clientId)
    .where("deleted_at", "is", null)
    .select([
      "id",
      "name",
      "kind",
      "enabled",
      "limits_json",
      healthJson.as("health_json"),
      placeJson.as("route_json"),
    ]);
  return rowsOf(query.compile(), ({ health_json, route_json, limits_json, enabled, ...row }) => ({
    ...row,
    enabled: enabled === 1,
    limits: readLimits(limits_json),
    health: readHealth(health_json),
    route: readPlace(route_json),
  }));
}
