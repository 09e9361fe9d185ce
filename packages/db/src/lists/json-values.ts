import { sql, type RawBuilder } from "kysely";

/**
 * SQL: a table of these values (column `value`), all in one parameter, to be joined by CROSS JOIN. As `json_each`, but D1 counts no row
 * for any of them: it does for each element that `json_each` gives.
 */
export function jsonValues(values: readonly unknown[]): RawBuilder<unknown> {
  if (values.length === 0) return sql`(SELECT NULL AS value WHERE 0)`;
  const places = sql.raw(values.map((_, index) => `(${index})`).join(", "));
  return sql`(SELECT ${JSON.stringify(values)} ->> place.column1 AS value FROM (VALUES ${places}) AS place)`;
}
