import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope, PipelineScope, Scope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** What an agency looks like to its people and to whoever it invites. */
export interface Brand {
  id: string;
  name: string;
  hue: number | null;
  logo_id: string | null;
}

const columns = sql.raw("a.id, a.name, a.hue, a.logo_id");
const itself = (row: Brand) => row;

/** These agencies' looks; of those that a caller's grants name, which needs no permission. */
export const brandsOfGranted = (_scope: OperatorScope, agencyIds: readonly string[]): Statement<Brand[]> =>
  rowsOf(
    sql<Brand>`
      SELECT ${columns} FROM ${jsonValues(agencyIds)} AS wanted CROSS JOIN agencies AS a ON a.id = wanted.value`.compile(
      queries,
    ),
    itself,
  );

/** The looks of the first two agencies: where there is one alone, the installation is its own. */
export const firstBrands = (_scope: Scope): Statement<Brand[]> =>
  rowsOf(sql<Brand>`SELECT ${columns} FROM agencies AS a LIMIT 2`.compile(queries), itself);

/** The looks of agencies that an operator has a role in, two at most; for whoever holds a link of theirs. */
export const brandsOfOperator = (_scope: PipelineScope, operatorId: string): Statement<Brand[]> =>
  rowsOf(
    sql<Brand>`
      SELECT DISTINCT ${columns} FROM memberships AS m CROSS JOIN agencies AS a ON a.id = m.agency_id
      WHERE m.operator_id = ${operatorId} LIMIT 2`.compile(queries),
    itself,
  );
