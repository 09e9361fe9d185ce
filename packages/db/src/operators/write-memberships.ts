import { agencyRoles, clientRoles, type Role } from "@leadrelay/contracts/roles";
import { sql } from "kysely";
import { allColumns } from "../all-columns.ts";
import { abortUnless } from "../abort-unless.ts";
import { isAmong } from "../is-among.ts";
import { inScope } from "../scope/in-scope.ts";
import type { OperatorScope } from "../scope.ts";
import { insertRows } from "../json-rows.ts";
import { queries, write, type Statement } from "../statement.ts";
import type { MembershipsTable } from "../tables/memberships-table.ts";
import { requireMembershipInScope } from "../scope/require-membership-in-scope.ts";

const quoted = (roles: readonly Role[]) => sql.raw(roles.map((role) => `'${role}'`).join(", "));

const columns = allColumns<MembershipsTable>()([
  "operator_id",
  "agency_id",
  "client_id",
  "role",
  "created_at",
]);

/**
 * SQL behind an insert: a membership that is there takes the new role, unless the agency gave it to its own people and a client's role
 * would take its place. Who may take that away deletes it first.
 */
export const newRole = sql`ON CONFLICT (operator_id, agency_id, client_id) DO UPDATE SET role = excluded.role
  WHERE memberships.role IN (${quoted(clientRoles)}) OR excluded.role IN (${quoted(agencyRoles)})`;

/** Adds memberships within the scope; see `newRole` for those that are there. */
export function upsertMemberships(
  scope: OperatorScope,
  memberships: readonly MembershipsTable[],
): Statement<number>[] {
  for (const membership of memberships) requireMembershipInScope(scope, membership);
  return insertRows("memberships", columns, memberships, newRole);
}

/**
 * Takes away what an operator is in these agencies at that moment, whatever was read before: all of it where the scope has the agency,
 * a client's roles where it has the client.
 */
export const deleteMemberships = (
  scope: OperatorScope,
  operatorId: string,
  agencyIds: readonly string[],
): Statement<number> =>
  write(
    sql`
      DELETE FROM memberships
      WHERE operator_id = ${operatorId} AND ${isAmong("agency_id", agencyIds)}
        AND (${isAmong("agency_id", scope.agencyIds)}
          OR role IN (${quoted(clientRoles)}) AND ${inScope(scope, "client_id")})`.compile(queries),
  );

/** The last statement of a change to an agency's people: aborts the batch when nobody would own the agency any more. */
export const requireOwner = (_scope: OperatorScope, agencyId: string): Statement<number> =>
  abortUnless(
    sql`EXISTS (SELECT 1 FROM memberships WHERE agency_id = ${agencyId} AND role = 'agency_owner')`,
  );
