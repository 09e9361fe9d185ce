import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { requireClients } from "../scope/require-client.ts";

/** Where forms of these clients expect phone numbers from, by what they or their clients say, ISO 3166; of the first `mostForms` of them. */
export function formRegions(
  scope: OperatorScope,
  clientIds: readonly string[],
  mostForms: number,
): Statement<string[]> {
  requireClients(scope, clientIds);
  const query = sql<{ default_region: string }>`
    SELECT DISTINCT default_region FROM (
      SELECT coalesce(f.default_region, clients.phone_country) AS default_region FROM ${jsonValues(clientIds)} AS c
      CROSS JOIN clients ON clients.id = c.value CROSS JOIN forms AS f ON f.client_id = c.value LIMIT ${mostForms})
    WHERE default_region IS NOT NULL`;
  return rowsOf(query.compile(queries), ({ default_region }) => default_region);
}
