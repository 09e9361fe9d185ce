import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { DestinationsTable } from "../tables/destinations-table.ts";
import { toDestinationDetails, type DestinationDetails } from "./destination-details.ts";

/** The destination with this id, deleted or not, if its client is in the scope. */
export const findDestination = (scope: OperatorScope, id: string): Statement<DestinationDetails[]> =>
  rowsOf(
    sql<DestinationsTable>`
      SELECT * FROM destinations WHERE id = ${id}
        AND client_id IN (SELECT value FROM json_each(${JSON.stringify(scope.clients.map((c) => c.id))}))`.compile(
      queries,
    ),
    toDestinationDetails,
  );
