import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { FormsTable } from "../tables/forms-table.ts";
import { toForm, type FormDetails } from "./form.ts";

/** The form with this id, deleted or not, if its client is in the scope. */
export const findForm = (scope: OperatorScope, id: string): Statement<FormDetails[]> =>
  rowsOf(
    sql<FormsTable>`
      SELECT * FROM forms WHERE id = ${id}
        AND client_id IN (SELECT value FROM json_each(${JSON.stringify(scope.clients.map((c) => c.id))}))`.compile(
      queries,
    ),
    toForm,
  );
