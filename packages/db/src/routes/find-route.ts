import { sql } from "kysely";
import { inScope } from "../scope/in-scope.ts";
import { ownedRows, type OwnedRange } from "../lists/owned-rows.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { toRoute, type RouteDetails, type RouteRow } from "./route.ts";

/** SQL: the members of the row in `routes`, in order. */
const membersJson = sql`(
  SELECT json_group_array(json_object('destination_id', member.destination_id, 'name', destinations.name, 'weight', member.weight,
    'conditions', json(member.conditions_json)) ORDER BY member.position)
  FROM route_members AS member CROSS JOIN destinations
  WHERE member.route_id = routes.id AND destinations.id = member.destination_id AND destinations.deleted_at IS NULL)`;

/** The route with this id, deleted or not, if its client is in the scope. */
export const findRoute = (scope: OperatorScope, id: string): Statement<RouteDetails[]> =>
  rowsOf(
    sql<RouteRow>`
      SELECT *, ${membersJson} AS members_json FROM routes WHERE id = ${id}
        AND ${inScope(scope, "client_id")}`.compile(queries),
    toRoute,
  );

/** Routes of the scope's clients, deleted ones too: client by client, newest first. */
export const listRoutes = (scope: OperatorScope, range: OwnedRange): Statement<RouteDetails[]> =>
  rowsOf(ownedRows<RouteRow>(scope, "routes", range, sql`*, ${membersJson} AS members_json`), toRoute);
