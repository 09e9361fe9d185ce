import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { AddressList, AddressLists } from "./address-list.ts";

/** Entries of a client's list with a network after this one, in the order of their text; expired ones too. One read each. */
export function listAddresses<List extends AddressList>(
  scope: OperatorScope,
  list: List,
  clientId: string,
  { after, limit }: { after: string; limit: number },
): Statement<AddressLists[List][]> {
  requireClient(scope, clientId);
  const query = sql<AddressLists[List]>`
    SELECT * FROM ${sql.table(list)} WHERE client_id = ${clientId} AND cidr > ${after} ORDER BY cidr LIMIT ${limit}`;
  return rowsOf(query.compile(queries), (row) => row);
}
