import { sql, type RawBuilder, type SqlBool } from "kysely";
import { isAmong } from "../is-among.ts";
import { clientIdsOf, type Scope } from "../scope.ts";

/** SQL: the row's client, in this column, is one of the scope's. */
export const inScope = (scope: Scope, column: "client_id" | `${string}.client_id`): RawBuilder<SqlBool> =>
  scope.kind === "pipeline" ? sql<SqlBool>`true` : isAmong(column, clientIdsOf(scope));
