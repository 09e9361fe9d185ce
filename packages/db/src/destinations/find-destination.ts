import { sql } from "kysely";
import { inScope } from "../scope/in-scope.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { DestinationsTable } from "../tables/destinations-table.ts";
import { toDestinationDetails, type DestinationDetails } from "./destination-details.ts";

/** The destination with this id, deleted or not, if its client is in the scope. */
export const findDestination = (scope: OperatorScope, id: string): Statement<DestinationDetails[]> =>
  rowsOf(
    sql<DestinationsTable>`
      SELECT * FROM destinations WHERE id = ${id}
        AND ${inScope(scope, "client_id")}`.compile(queries),
    toDestinationDetails,
  );
