import { sql } from "kysely";
import { inScope } from "../scope/in-scope.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";
import type { DestinationShapesTable } from "../tables/destination-shapes-table.ts";

/** The last shapes of a destination, newest first, if its client is in the scope. */
export const newestShapes = (
  scope: OperatorScope,
  destinationId: string,
  limit: number,
): Statement<DestinationShapesTable[]> =>
  rowsOf(
    sql<DestinationShapesTable>`
      SELECT * FROM destination_shapes WHERE destination_id = ${destinationId} AND ${inScope(scope, "client_id")}
      ORDER BY version DESC LIMIT ${limit}`.compile(queries),
    (row) => row,
  );

/** Adds the next one; the destination's own row is changed beside it. Of two at once one fails, by its version. */
export function insertShape(scope: OperatorScope, shape: DestinationShapesTable): Statement<number> {
  requireClient(scope, shape.client_id);
  return write(queries.insertInto("destination_shapes").values(shape).compile());
}
