import { sql } from "kysely";
import { isInScope } from "../scope/is-in-scope.ts";
import type { OperatorScope } from "../scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";

/** A form by its name, with its own field names → ours. */
export interface NamedForm {
  id: string;
  client_id: string;
  name: string;
  mapping: Record<string, string>;
}

/** Of these forms those that take posts, and are the scope's. */
export const liveForms = (scope: OperatorScope, formIds: readonly string[]): Statement<NamedForm[]> =>
  mapResult(
    rowsOf(
      sql<Omit<NamedForm, "mapping"> & { field_mapping_json: string }>`
        SELECT known.id, known.client_id, known.name, known.field_mapping_json FROM json_each(${JSON.stringify(formIds)}) AS wanted
        CROSS JOIN forms AS known ON known.id = wanted.value WHERE known.deleted_at IS NULL`.compile(queries),
      ({ field_mapping_json, ...row }): NamedForm => ({
        ...row,
        mapping: JSON.parse(field_mapping_json) as NamedForm["mapping"],
      }),
    ),
    // The scope is asked here: in SQL it would be read row by row.
    (forms) => forms.filter(({ client_id }) => isInScope(scope, client_id)),
  );
