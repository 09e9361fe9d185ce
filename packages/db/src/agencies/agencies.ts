import { sql, type Selectable } from "kysely";
import { requireAgency } from "../scope/require-agency.ts";
import { isAmong } from "../is-among.ts";
import { clientIdsOf, type OperatorScope } from "../scope.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";
import type { AgenciesTable } from "../tables/agencies-table.ts";

/** An agency as people see it. Times in ms. */
export interface Agency extends Omit<Selectable<AgenciesTable>, "is_installation"> {
  is_installation: boolean;
}

/** The scope's agencies, or all of them for the installation's owners; newest id first, below `after`. */
export function listAgencies(scope: OperatorScope, after: string | null, limit: number): Statement<Agency[]> {
  const below = after ?? "\u{10FFFF}";
  const query = scope.isInstallation
    ? sql<
        Selectable<AgenciesTable>
      >`SELECT * FROM agencies WHERE id < ${below} ORDER BY id DESC LIMIT ${limit}`
    : sql<Selectable<AgenciesTable>>`
        SELECT a.* FROM json_each(${JSON.stringify(scope.agencyIds)}) AS wanted
        CROSS JOIN agencies AS a ON a.id = wanted.value WHERE a.id < ${below} ORDER BY a.id DESC LIMIT ${limit}`;
  return rowsOf(query.compile(queries), toAgency);
}

/** One agency of the scope; any for the installation's owners. */
export function agencyById(scope: OperatorScope, id: string): Statement<Agency[]> {
  const seen = scope.isInstallation || scope.agencyIds.includes(id) ? id : null;
  return rowsOf(
    sql<Selectable<AgenciesTable>>`SELECT * FROM agencies WHERE id = ${seen}`.compile(queries),
    toAgency,
  );
}

/** The name of an agency of the scope, or of one of its clients: a client's own people see no more of it. */
export const agencyNameById = (scope: OperatorScope, id: string): Statement<string[]> =>
  rowsOf(
    sql<{ name: string }>`
      SELECT a.name FROM agencies AS a
      WHERE a.id = ${id} AND (${scope.isInstallation || scope.agencyIds.includes(id) ? 1 : 0} = 1
        OR EXISTS (SELECT 1 FROM clients WHERE ${isAmong("id", clientIdsOf(scope))} AND +agency_id = a.id))`.compile(
      queries,
    ),
    ({ name }) => name,
  );

/** Adds an agency, which only the installation's owners may. */
export function insertAgency(scope: OperatorScope, agency: Agency): Statement<number> {
  if (!scope.isInstallation) throw new Error("Only the installation's owners add agencies");
  const row = { ...agency, is_installation: 0 as const };
  return write(queries.insertInto("agencies").values(row).compile());
}

/** Writes what may change of an agency. */
export function updateAgency(scope: OperatorScope, agency: Agency): Statement<number> {
  if (!scope.isInstallation) requireAgency(scope, agency.id);
  const { name, hue, logo_id, updated_at, deleted_at } = agency;
  return write(
    queries
      .updateTable("agencies")
      .set({ name, hue, logo_id, updated_at, deleted_at })
      .where("id", "=", agency.id)
      .compile(),
  );
}

const toAgency = (row: Selectable<AgenciesTable>): Agency => ({
  ...row,
  is_installation: row.is_installation === 1,
});
