import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { requireClients } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/**
 * Calling codes of the phones that these clients' leads are known under, `91`: each is one step along the index of identities, from a code's
 * first number to what stands behind its last, and no more than `most` steps are made, in turn by client.
 */
export function callingCodes(
  scope: OperatorScope,
  clientIds: readonly string[],
  most: number,
): Statement<string[]> {
  requireClients(scope, clientIds);
  const firstFrom = (from: string) => `(
    SELECT i.value FROM lead_identities AS i
    WHERE i.client_id = held.client_id AND i.is_test = held.is_test AND i.kind = 'phone' AND i.value >= ${from} AND i.value < ','
    ORDER BY i.value LIMIT 1)`;
  // Behind every `+91-…` comes `+91.`.
  const query = sql<{ code: string }>`
    WITH RECURSIVE found (client_id, is_test, value) AS (
      SELECT held.client_id, held.is_test, ${sql.raw(firstFrom("'+'"))}
      FROM (SELECT wanted.value AS client_id, tests.value AS is_test
        FROM ${jsonValues(clientIds)} AS wanted CROSS JOIN json_each('[0,1]') AS tests) AS held
      UNION ALL
      SELECT held.client_id, held.is_test, ${sql.raw(firstFrom("substr(held.value, 1, instr(held.value, '-') - 1) || '.'"))}
      FROM found AS held WHERE held.value LIKE '+%-%'
      LIMIT ${most})
    SELECT DISTINCT substr(value, 2, instr(value, '-') - 2) AS code FROM found WHERE value LIKE '+%-%'`;
  return rowsOf(query.compile(queries), ({ code }) => code);
}
