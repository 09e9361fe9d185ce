import { sql, type RawBuilder, type SqlBool } from "kysely";
import { isAmong } from "../is-among.ts";
import { inScope } from "../scope/in-scope.ts";
import type { OperatorScope } from "../scope.ts";

/** True for keys of the scope's clients, and for all keys of its agencies. */
export const keyInScope = (scope: OperatorScope): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${inScope(scope, "client_id")} OR ${isAmong("agency_id", scope.agencyIds)})`;
