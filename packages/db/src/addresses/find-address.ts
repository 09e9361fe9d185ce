import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { AddressList, AddressLists } from "./address-list.ts";

/** The entry of a client's list for this very network, canonical. */
export function findAddress<List extends AddressList>(
  scope: OperatorScope,
  list: List,
  clientId: string,
  cidr: string,
): Statement<AddressLists[List][]> {
  requireClient(scope, clientId);
  const query = sql<AddressLists[List]>`
    SELECT * FROM ${sql.table(list)} WHERE client_id = ${clientId} AND cidr = ${cidr}`;
  return rowsOf(query.compile(queries), (row) => row);
}
