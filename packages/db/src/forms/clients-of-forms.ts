import { sql } from "kysely";
import { inScope } from "../scope/in-scope.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

export interface FormOwner {
  id: string;
  client_id: string;
}

/** Whose these forms are, deleted ones too; what is unknown or outside the scope is not in the result. */
export const clientsOfForms = (scope: OperatorScope, formIds: readonly string[]): Statement<FormOwner[]> =>
  rowsOf(
    sql<FormOwner>`
      SELECT known.id, known.client_id FROM json_each(${JSON.stringify(formIds)}) AS wanted
      CROSS JOIN forms AS known ON known.id = wanted.value
      WHERE ${inScope(scope, "known.client_id")}`.compile(queries),
    (row) => row,
  );
