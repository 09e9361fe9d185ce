import { sql } from "kysely";
import { requireAgency } from "../scope/require-agency.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { AccessKeysTable } from "../tables/access-keys-table.ts";
import { shownColumns, toAccessKey, type AccessKeyDetails } from "./access-key-details.ts";

/** Whose keys to list: one column has the index that one list is read by. */
export type KeyOwner = { agency_id: string } | { client_id: string };

/** The newest keys of one owner, before `(created_at, id)` where it is given. D1 counts the index entry and the row as one read. */
export function newestAccessKeys(
  scope: OperatorScope,
  owner: KeyOwner,
  before: readonly [number, string] | null,
  limit: number,
): Statement<AccessKeyDetails[]> {
  const [column, id] = "agency_id" in owner ? ["agency_id", owner.agency_id] : ["client_id", owner.client_id];
  if ("client_id" in owner) requireClient(scope, owner.client_id);
  else requireAgency(scope, owner.agency_id);
  const query = sql<Pick<AccessKeysTable, (typeof shownColumns)[number]>>`
    SELECT ${sql.join(shownColumns.map((name) => sql.ref(name)))} FROM access_keys
    WHERE ${sql.ref(column)} = ${id}
      ${before === null ? sql`` : sql`AND (created_at, id) < (${before[0]}, ${before[1]})`}
    ORDER BY created_at DESC, id DESC LIMIT ${limit}`;
  return rowsOf(query.compile(queries), toAccessKey);
}
