import { sql, type RawBuilder } from "kysely";
import type { OperatorScope } from "../scope.ts";
import type { SqlBool } from "kysely";

/** True for keys of the scope's clients, and for all keys of its agencies. */
export const keyInScope = ({ clients, agencyIds }: OperatorScope): RawBuilder<SqlBool> => sql<SqlBool>`(
  client_id IN (SELECT value FROM json_each(${JSON.stringify(clients.map(({ id }) => id))}))
  OR agency_id IN (SELECT value FROM json_each(${JSON.stringify(agencyIds)})))`;
