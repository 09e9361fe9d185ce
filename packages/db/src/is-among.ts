import { sql, type RawBuilder, type SqlBool } from "kysely";

type Owner = "client_id" | "agency_id";

/** SQL: a column's value is one of these, all in one parameter. */
export const isAmong = (
  column: "id" | "role" | Owner | `${string}.${Owner | "value"}`,
  values: readonly (string | number)[],
): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;
