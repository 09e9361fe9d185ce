import type { Role } from "@leadrelay/contracts/roles";
import { sql, type RawBuilder } from "kysely";
import { isAmong } from "../is-among.ts";
import { listOfEach } from "../lists/list-of-each.ts";
import type { PartOfList } from "../lists/part-of-list.ts";
import { inScope } from "../scope/in-scope.ts";
import { clientIdsOf, type OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

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

/** Whoever belongs to each of the scope's agencies, newest operator first: its clients' people too. */
export const membershipsOfAgencies = (
  { agencyIds }: OperatorScope,
  part: PartOfList<MembershipKey>,
): Statement<Membership[][]> => listOfEach(agencyIds, memberships(sql`m.agency_id = wanted.value`, part));

/** Whoever belongs to each of the scope's clients, newest operator first. */
export const membershipsOfClients = (
  scope: OperatorScope,
  part: PartOfList<MembershipKey>,
): Statement<Membership[][]> =>
  listOfEach(clientIdsOf(scope), memberships(sql`m.client_id = wanted.value`, part));

function memberships(owner: RawBuilder<unknown>, { after, perList }: PartOfList<MembershipKey>) {
  const [operator, agency, client] = after ?? ["\u{10FFFF}", "", ""];
  return sql<{ item: string }>`
    SELECT json_object('operator_id', m.operator_id, 'email', o.email, 'name', o.name, 'agency_id', m.agency_id,
      'client_id', nullif(m.client_id, ''), 'role', m.role, 'created_at', m.created_at) AS item
    FROM memberships AS m CROSS JOIN operators AS o ON o.id = m.operator_id
    WHERE ${owner} AND m.operator_id <= ${operator}
      AND (m.operator_id, m.agency_id, m.client_id) < (${operator}, ${agency}, ${client})
    ORDER BY m.operator_id DESC, m.agency_id DESC, m.client_id DESC LIMIT ${perList}`;
}

const columns = sql.raw(
  "m.operator_id, o.email, o.name, m.agency_id, nullif(m.client_id, '') AS client_id, m.role, m.created_at",
);

/** All that an operator is within the scope. */
export function membershipsOf(scope: OperatorScope, operatorId: string): Statement<Membership[]> {
  const query = sql<Membership>`
    SELECT ${columns} FROM memberships AS m CROSS JOIN operators AS o ON o.id = m.operator_id
    WHERE m.operator_id = ${operatorId} AND (
      ${isAmong("m.agency_id", scope.agencyIds)} OR ${inScope(scope, "m.client_id")})`;
  return rowsOf(query.compile(queries), (row) => row);
}
