import { sql } from "kysely";
import { clientIdsJson, type OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { Role } from "../tables/memberships-table.ts";

/** One role of one operator, with the name people know them by. `client_id` is null for an owner. */
export interface Membership {
  operator_id: string;
  email: string;
  name: string;
  agency_id: string;
  client_id: string | null;
  role: Role;
  created_at: number;
}

/** Names a membership, and its place in a list. */
export type MembershipKey = readonly [operatorId: string, agencyId: string, clientId: string];
export const membershipKey = (row: Membership): MembershipKey => [
  row.operator_id,
  row.agency_id,
  row.client_id ?? "",
];

/** How many lists `listMemberships` reads. */
export const membershipLists = (scope: OperatorScope) => scope.agencyIds.length + scope.clients.length;

/**
 * Whoever belongs to the scope's agencies, and to its clients where the agency is not in it: of each at most `perList`, newest operator
 * first, below `after`. In no order.
 */
export function listMemberships(
  scope: OperatorScope,
  after: MembershipKey | null,
  perList: number,
): Statement<(Membership & { list: string })[]> {
  const [operator, agency, client] = after ?? ["\u{10FFFF}", "", ""];
  const query = sql<Membership & { list: string }>`
    SELECT 'a' || wanted.value AS list, ${columns}
    FROM json_each(${JSON.stringify(scope.agencyIds)}) AS wanted
    CROSS JOIN memberships AS m ON m.agency_id = wanted.value AND (m.operator_id, m.client_id) IN (
      SELECT below.operator_id, below.client_id FROM memberships AS below
      WHERE below.agency_id = wanted.value AND below.operator_id <= ${operator}
        AND (below.operator_id, below.agency_id, below.client_id) < (${operator}, ${agency}, ${client})
      ORDER BY below.operator_id DESC, below.client_id DESC LIMIT ${perList})
    CROSS JOIN operators AS o ON o.id = m.operator_id
    UNION ALL
    SELECT 'c' || wanted.value, ${columns}
    FROM json_each(${clientIdsJson(scope)}) AS wanted
    CROSS JOIN memberships AS m ON m.client_id = wanted.value AND (m.operator_id, m.agency_id) IN (
      SELECT below.operator_id, below.agency_id FROM memberships AS below
      WHERE below.client_id = wanted.value AND below.operator_id <= ${operator}
        AND (below.operator_id, below.agency_id, below.client_id) < (${operator}, ${agency}, ${client})
      ORDER BY below.operator_id DESC LIMIT ${perList})
    CROSS JOIN operators AS o ON o.id = m.operator_id`;
  return rowsOf(query.compile(queries), (row) => row);
}

const columns = sql.raw(
  "m.operator_id, o.email, o.name, m.agency_id, nullif(m.client_id, '') AS client_id, m.role, m.created_at",
);

/** All that an operator is within the scope. */
export function membershipsOf(scope: OperatorScope, operatorId: string): Statement<Membership[]> {
  const query = sql<Membership>`
    SELECT ${columns} FROM memberships AS m CROSS JOIN operators AS o ON o.id = m.operator_id
    WHERE m.operator_id = ${operatorId} AND (
      m.agency_id IN (SELECT value FROM json_each(${JSON.stringify(scope.agencyIds)}))
      OR m.client_id IN (SELECT value FROM json_each(${clientIdsJson(scope)})))`;
  return rowsOf(query.compile(queries), (row) => row);
}
