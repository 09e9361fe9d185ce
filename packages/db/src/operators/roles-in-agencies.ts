import type { Role } from "@leadrelay/contracts/roles";
import { sql } from "kysely";
import { isAmong } from "../is-among.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** A role where it is had: at a client, or with null in the whole agency. */
export interface PlacedRole {
  agency_id: string;
  client_id: string | null;
  role: Role;
}

/** All that an operator is in these agencies, also where the scope does not reach: to judge what is left of it, not to show. */
export const rolesInAgencies = (
  _scope: OperatorScope,
  operatorId: string,
  agencyIds: readonly string[],
): Statement<PlacedRole[]> =>
  rowsOf(
    sql<PlacedRole>`
      SELECT agency_id, nullif(client_id, '') AS client_id, role FROM memberships
      WHERE operator_id = ${operatorId}
        AND ${isAmong("agency_id", agencyIds)}`.compile(queries),
    (row) => row,
  );
