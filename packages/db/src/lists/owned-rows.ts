import { sql, type CompiledQuery, type RawBuilder } from "kysely";
import { clientIdsOf, type OperatorScope } from "../scope.ts";
import { isInScope } from "../scope/is-in-scope.ts";
import { queries } from "../statement.ts";
import { isAmong } from "../is-among.ts";

/** A place in a list that goes client by client: the client's id, and the row's. */
export type OwnedPlace = readonly [clientId: string, id: string];

/** Where a list is read on, and how far: rows, and clients behind the one of the place. */
export interface OwnedRange {
  after: OwnedPlace | null;
  rows: number;
  clients: number;
}

/** Clients of the scope a list still goes through behind a place, in its order. */
export const clientsBehind = (scope: OperatorScope, after: OwnedPlace | null): string[] =>
  clientIdsOf(scope)
    .filter((id) => after === null || id < after[0])
    .toSorted()
    .toReversed();

/**
 * Rows of a control table that belong to clients of the scope: client by client, from the highest id (UUIDv7: the newest) down. It
 * costs a read for each row and two for each client. Neither half is sorted: the index by client has that order.
 */
export function ownedRows<Row>(
  scope: OperatorScope,
  table: "forms" | "destinations" | "routes" | "sources",
  { after, rows, clients }: OwnedRange,
  columns: RawBuilder<unknown> = sql`*`,
): CompiledQuery<Row> {
  // A place names a client that its sender may no longer see, or never could.
  const [clientId, id] = after !== null && isInScope(scope, after[0]) ? after : ["", ""];
  const behind = clientsBehind(scope, after).slice(0, clients);
  return sql<Row>`
    SELECT * FROM (
      SELECT ${columns} FROM ${sql.table(table)} WHERE client_id = ${clientId} AND id < ${id} ORDER BY id DESC)
    UNION ALL
    SELECT * FROM (
      SELECT ${columns} FROM ${sql.table(table)} WHERE ${isAmong("client_id", behind)}
      ORDER BY client_id DESC, id DESC)
    LIMIT ${rows}`.compile(queries);
}
