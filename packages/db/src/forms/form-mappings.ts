import { compileMapping, type FieldMapping } from "@leadrelay/core/fields/field-mapping";
import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { inScope } from "../scope/in-scope.ts";
import type { Scope } from "../scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";

/** Form → what it calls our fields; one that has only usual names may be absent. */
export type FormMappings = ReadonlyMap<string, FieldMapping>;

/** What these forms call our fields, deleted forms too; what is unknown or outside the scope is absent. */
export const formMappings = (scope: Scope, formIds: Iterable<string>): Statement<FormMappings> =>
  mapResult(
    rowsOf(
      sql<{ id: string; field_mapping_json: string }>`
        SELECT f.id, f.field_mapping_json FROM ${jsonValues([...new Set(formIds)])} AS wanted
        CROSS JOIN forms AS f ON f.id = wanted.value
        WHERE ${inScope(scope, "f.client_id")}`.compile(queries),
      ({ id, field_mapping_json }) =>
        [id, compileMapping(JSON.parse(field_mapping_json) as Record<string, string>)] as const,
    ),
    (rows) => new Map(rows),
  );
