import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { clientIdsOf, type OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** A destination that must confirm what it takes. */
interface ConfirmingDestination {
  id: string;
  client_id: string;
  name: string;
}

/** Those of the scope's clients that are not deleted: one read for each destination that they have. */
export const confirmingDestinations = (scope: OperatorScope): Statement<ConfirmingDestination[]> =>
  rowsOf(
    sql<ConfirmingDestination>`
      SELECT d.id, d.client_id, d.name FROM ${jsonValues(clientIdsOf(scope))} AS wanted
      CROSS JOIN destinations AS d ON d.client_id = wanted.value
      WHERE d.deleted_at IS NULL AND d.confirm_json ->> '$.confirmation.within_minutes' IS NOT NULL
      ORDER BY d.client_id, d.id`.compile(queries),
    (row) => row,
  );
