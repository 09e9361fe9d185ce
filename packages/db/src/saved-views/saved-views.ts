import { sql, type RawBuilder } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import { jsonValues } from "../lists/json-values.ts";
import { clientIdsOf, type OperatorScope } from "../scope.ts";
import { requireClient } from "../scope/require-client.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";
import type { SavedViewsTable } from "../tables/saved-views-table.ts";

/** Who asks for views: their own, those of their scope's clients, and of the agencies whose people they are. */
export interface ViewReader {
  ownerId: string;
  agencyIds: readonly string[];
}

/** With whom a view is shared. */
export type Sharing = Pick<SavedViewsTable, "owner_id" | "client_id" | "agency_id">;

/** As many of each kind are kept. */
export const mostViews = 50;

/** Views that somebody may see: their own, then those shared with them. */
export const savedViews = (
  scope: OperatorScope,
  { ownerId, agencyIds }: ViewReader,
  most: number,
): Statement<SavedViewsTable[]> =>
  rowsOf(
    sql<SavedViewsTable>`
      SELECT * FROM (SELECT v.* FROM saved_views AS v
        WHERE v.owner_id = ${ownerId} AND v.client_id IS NULL AND v.agency_id IS NULL LIMIT ${mostViews}) AS found
      UNION ALL
      SELECT v.* FROM ${jsonValues(agencyIds)} AS wanted CROSS JOIN saved_views AS v ON v.agency_id = wanted.value AND v.agency_id IS NOT NULL
      UNION ALL
      SELECT v.* FROM ${jsonValues(clientIdsOf(scope))} AS wanted CROSS JOIN saved_views AS v ON v.client_id = wanted.value AND v.client_id IS NOT NULL
      LIMIT ${most}`.compile(queries),
    (row) => row,
  );

/** The view with this id, if it is among those. */
export const findSavedView = (
  scope: OperatorScope,
  { ownerId, agencyIds }: ViewReader,
  id: string,
): Statement<SavedViewsTable[]> =>
  rowsOf(
    sql<SavedViewsTable>`
      SELECT * FROM saved_views WHERE id = ${id} AND (
        (client_id IS NULL AND agency_id IS NULL AND owner_id = ${ownerId})
        OR agency_id IN (SELECT value FROM json_each(${JSON.stringify(agencyIds)}))
        OR client_id IN (SELECT value FROM json_each(${JSON.stringify(clientIdsOf(scope))})))`.compile(
      queries,
    ),
    (row) => row,
  );

/** Keeps a view; aborts where as many are kept of its kind as may be. */
export function insertSavedView(scope: OperatorScope, row: SavedViewsTable): Statement<number>[] {
  requireSharing(scope, row);
  return [roomFor(row), write(queries.insertInto("saved_views").values(row).compile())];
}

/** Writes what may change of a view that was shared so; aborts where it goes to others of whom as many are kept as may be. */
export function updateSavedView(
  scope: OperatorScope,
  before: Sharing,
  { id, name, view_json, updated_at, ...sharing }: SavedViewsTable,
): Statement<number>[] {
  requireSharing(scope, before);
  requireSharing(scope, sharing);
  const { owner_id, client_id, agency_id } = sharing;
  const update = sql`UPDATE saved_views SET name = ${name}, view_json = ${view_json}, updated_at = ${updated_at},
      owner_id = ${owner_id}, client_id = ${client_id}, agency_id = ${agency_id}
    WHERE id = ${id} AND ${sharedAs(before)}`;
  const isMoved = client_id !== before.client_id || agency_id !== before.agency_id;
  return [...(isMoved ? [roomFor(sharing)] : []), write(update.compile(queries))];
}

const roomFor = (sharing: Sharing) =>
  abortUnless(
    sql`(SELECT count(*) FROM (SELECT 1 FROM saved_views WHERE ${sharedAs(sharing)} LIMIT ${mostViews})) < ${mostViews}`,
  );

/** Takes a view away. */
export function deleteSavedView(scope: OperatorScope, row: SavedViewsTable): Statement<number> {
  requireSharing(scope, row);
  return write(sql`DELETE FROM saved_views WHERE id = ${row.id} AND ${sharedAs(row)}`.compile(queries));
}

function requireSharing(scope: OperatorScope, { client_id }: Sharing): void {
  if (client_id !== null) requireClient(scope, client_id);
}

function sharedAs({ owner_id, client_id, agency_id }: Sharing): RawBuilder<unknown> {
  if (client_id !== null) return sql`client_id = ${client_id} AND client_id IS NOT NULL`;
  if (agency_id !== null) return sql`agency_id = ${agency_id} AND agency_id IS NOT NULL`;
  return sql`owner_id = ${owner_id} AND client_id IS NULL AND agency_id IS NULL`;
}
