import { sql } from "kysely";
import { markDirectConfigStale } from "../publishing/mark-direct-config-stale.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import type { AddressList } from "./address-list.ts";

/** Takes a network off a client's list. */
export function removeAddress(
  scope: OperatorScope,
  list: AddressList,
  clientId: string,
  cidr: string,
): readonly [Statement<number>, Statement<number>] {
  requireClient(scope, clientId);
  const query = sql`DELETE FROM ${sql.table(list)} WHERE client_id = ${clientId} AND cidr = ${cidr}`;
  return [write(query.compile(queries)), markDirectConfigStale(scope, clientId)];
}
