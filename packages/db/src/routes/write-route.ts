import { insertRows } from "../json-rows.ts";
import { markDirectConfigStale } from "../publishing/mark-direct-config-stale.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import type { RouteMembersTable } from "../tables/route-members-table.ts";
import type { RouteDetails } from "./route.ts";

/** Adds a route. D1 refuses a member that is one of another route: `route_members.destination_id`. */
export function insertRoute(scope: OperatorScope, route: RouteDetails): Statement<number>[] {
  requireClient(scope, route.client_id);
  const { members: _, ...row } = route;
  return [
    write(queries.insertInto("routes").values(row).compile()),
    ...insertMembers(route),
    markDirectConfigStale(scope, route.client_id),
  ];
}

/** Writes what may change of a route, its members and its deletion too: one that was deleted has none. It never changes client. */
export function updateRoute(scope: OperatorScope, route: RouteDetails): Statement<number>[] {
  requireClient(scope, route.client_id);
  const { members: _, id, client_id, created_at: _created, ...changeable } = route;
  const update = queries
    .updateTable("routes")
    .set(changeable)
    .where("id", "=", id)
    .where("client_id", "=", client_id);
  return [
    write(update.compile()),
    write(queries.deleteFrom("route_members").where("route_id", "=", id).compile()),
    ...(route.deleted_at === null ? insertMembers(route) : []),
    markDirectConfigStale(scope, client_id),
  ];
}

const insertMembers = ({ id, members }: RouteDetails): Statement<number>[] =>
  insertRows<RouteMembersTable>(
    "route_members",
    ["destination_id", "route_id", "position", "weight", "conditions_json"],
    members.map(({ destination_id, weight, conditions }, position) => ({
      destination_id,
      route_id: id,
      position,
      weight,
      conditions_json: conditions === null ? null : JSON.stringify(conditions),
    })),
  );
