import { sql } from "kysely";
import { inScope } from "../scope/in-scope.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { FormsTable } from "../tables/forms-table.ts";
import { toForm, type FormDetails } from "./form.ts";

/** The form with this id, deleted or not, if its client is in the scope. */
export const findForm = (scope: OperatorScope, id: string): Statement<FormDetails[]> =>
  rowsOf(
    sql<FormsTable>`
      SELECT * FROM forms WHERE id = ${id}
        AND ${inScope(scope, "client_id")}`.compile(queries),
    toForm,
  );
