import { sql } from "kysely";
import { requireAgency } from "../scope/require-agency.ts";
import type { OperatorScope, Scope } from "../scope.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";
import type { AgencyLogosTable } from "../tables/agency-logos-table.ts";

/** The image with this id; whoever has its address may see it. */
export const logoById = (
  _scope: Scope,
  id: string,
): Statement<Pick<AgencyLogosTable, "media_type" | "image_base64">[]> =>
  rowsOf(
    sql<Pick<AgencyLogosTable, "media_type" | "image_base64">>`
      SELECT media_type, image_base64 FROM agency_logos WHERE id = ${id}`.compile(queries),
    (row) => row,
  );

/** Takes an agency's images away, and writes the one that is shown from now on, if any. */
export function replaceLogo(
  scope: OperatorScope,
  agencyId: string,
  logo: Omit<AgencyLogosTable, "agency_id"> | null,
): readonly Statement<number>[] {
  if (!scope.isInstallation) requireAgency(scope, agencyId);
  const removal = write(sql`DELETE FROM agency_logos WHERE agency_id = ${agencyId}`.compile(queries));
  if (logo === null) return [removal];
  const row = { ...logo, agency_id: agencyId };
  return [removal, write(queries.insertInto("agency_logos").values(row).compile())];
}
