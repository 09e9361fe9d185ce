import { sql, type RawBuilder, type SqlBool } from "kysely";

/** SQL: a column's value is one of these, all in one parameter. */
export const isAmong = (column: string, values: readonly (string | number)[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;
