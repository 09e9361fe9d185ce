import type { OperatorScope } from "../scope.ts";
import { requireClient } from "../scope/require-client.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** Ids of the client's forms, deleted ones too, at most `limit`. */
export function formIdsOfClient(scope: OperatorScope, clientId: string, limit: number): Statement<string[]> {
  requireClient(scope, clientId);
  const query = queries.selectFrom("forms").select("id").where("client_id", "=", clientId).limit(limit);
  return rowsOf(query.compile(), ({ id }) => id);
}
