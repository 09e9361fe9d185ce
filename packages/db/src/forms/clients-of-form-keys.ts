import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { isInScope } from "../scope/is-in-scope.ts";
import { queries, type Statement } from "../statement.ts";

/** Whose forms have these public keys, as far as they are the scope's; deleted ones too. */
export const clientsOfFormKeys = (
  scope: OperatorScope,
  formKeys: readonly string[],
): Statement<Map<string, string>> => ({
  query: sql`
    SELECT f.form_key, f.client_id FROM ${jsonValues(formKeys)} AS wanted
    CROSS JOIN forms AS f ON f.form_key = wanted.value`.compile(queries),
  read: (rows) => {
    const found = rows as { form_key: string; client_id: string }[];
    return new Map(
      found
        .filter(({ client_id }) => isInScope(scope, client_id))
        .map(({ form_key, client_id }) => [form_key, client_id]),
    );
  },
});
