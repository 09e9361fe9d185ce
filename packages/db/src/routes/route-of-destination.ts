import { sql } from "kysely";
import { inScope } from "../scope/in-scope.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { RoutesTable } from "../tables/routes-table.ts";

/** A route as it is named beside one of its members. */
type NamedRoute = Pick<RoutesTable, "id" | "name" | "mode">;

/** The route that a destination is a member of; none where it is in none. Two rows read. */
export const routeOfDestination = (scope: OperatorScope, destinationId: string): Statement<NamedRoute[]> =>
  rowsOf(
    sql<NamedRoute>`
      SELECT routes.id, routes.name, routes.mode FROM route_members AS member CROSS JOIN routes
      WHERE member.destination_id = ${destinationId} AND routes.id = member.route_id AND routes.deleted_at IS NULL
        AND ${inScope(scope, "routes.client_id")}`.compile(queries),
    (row) => row,
  );
