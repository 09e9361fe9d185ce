import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { insertRows } from "../json-rows.ts";
import { queries, write, type Statement } from "../statement.ts";
import type { MembershipsTable } from "../tables/memberships-table.ts";
import { requireMembershipInScope } from "./require-membership-in-scope.ts";

const columns = ["operator_id", "agency_id", "client_id", "role", "created_at"] as const;

/** Adds memberships within the scope; one that is there takes the new role. */
export function upsertMemberships(
  scope: OperatorScope,
  memberships: readonly MembershipsTable[],
): Statement<number>[] {
  for (const membership of memberships) requireMembershipInScope(scope, membership);
  const newRole = sql`ON CONFLICT (operator_id, agency_id, client_id) DO UPDATE SET role = excluded.role`;
  return insertRows("memberships", columns, memberships, newRole);
}

/** Takes memberships of the scope away. */
export function deleteMemberships(
  scope: OperatorScope,
  memberships: readonly Pick<MembershipsTable, "operator_id" | "agency_id" | "client_id">[],
): Statement<number> {
  for (const membership of memberships) requireMembershipInScope(scope, membership);
  const keys = memberships.map((row) => [row.operator_id, row.agency_id, row.client_id]);
  return write(
    sql`
      DELETE FROM memberships WHERE (operator_id, agency_id, client_id) IN (
        SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(keys)}))`.compile(
      queries,
    ),
  );
}

/** The last statement of a change to an agency's people: aborts the batch when nobody would own the agency any more. */
export const requireOwner = (_scope: OperatorScope, agencyId: string): Statement<number> =>
  write(
    sql`
      INSERT INTO commit_guard (unchanged) SELECT 0 WHERE NOT EXISTS (
        SELECT 1 FROM memberships WHERE agency_id = ${agencyId} AND role = 'agency_owner')`.compile(queries),
  );
