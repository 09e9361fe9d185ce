import { sql } from "kysely";
import { clientIdsJson, type OperatorScope, type Scope } from "../scope.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";
import type { InvitationsTable } from "../tables/invitations-table.ts";
import { requireMembershipInScope } from "./require-membership-in-scope.ts";
import { newRole } from "./write-memberships.ts";

/** An invitation without its token. Times in ms. */
export interface Invitation extends Omit<InvitationsTable, "client_ids_json" | "token_hash"> {
  client_ids: string[];
  agency_name: string;
}
type Row = Omit<InvitationsTable, "token_hash"> & { agency_name: string };

/** Not the token's hash: nobody has to read it. */
const columns = sql.raw(
  "i.id, i.email, i.agency_id, i.role, i.client_ids_json, i.invited_by, i.created_at, i.expires_at, i.accepted_at, i.revoked_at",
);

/** Writes an invitation to roles within the scope. */
export function insertInvitation(scope: Scope, row: InvitationsTable): Statement<number> {
  const clientIds = JSON.parse(row.client_ids_json) as string[];
  for (const client_id of clientIds.length === 0 ? [""] : clientIds)
    requireMembershipInScope(scope, { agency_id: row.agency_id, client_id });
  return write(queries.insertInto("invitations").values(row).compile());
}

/** How many rows a list of invitations may skip for each it shows: whose agency is in scope, but not all of whose clients are. */
const inScope = (scope: OperatorScope) => sql`(
  i.agency_id IN (SELECT value FROM json_each(${JSON.stringify(scope.agencyIds)}))
  OR (i.client_ids_json <> '[]' AND NOT EXISTS (
    SELECT 1 FROM json_each(i.client_ids_json) AS named
    WHERE named.value NOT IN (SELECT value FROM json_each(${clientIdsJson(scope)})))))`;

/** Invitations of an agency that the scope may see, newest first, below `after`; of those read, at most `limit`, the settled too. */
export function listInvitations(
  scope: OperatorScope,
  agencyIds: readonly string[],
  after: string | null,
  limit: number,
): Statement<(Invitation & { visible: boolean })[]> {
  const query = sql<Row & { visible: 0 | 1 }>`
    SELECT ${columns}, a.name AS agency_name, ${inScope(scope)} AS visible
    FROM json_each(${JSON.stringify(agencyIds)}) AS wanted
    CROSS JOIN invitations AS i ON i.id IN (
      SELECT below.id FROM invitations AS below
      WHERE below.agency_id = wanted.value AND below.id < ${after ?? "\u{10FFFF}"}
      ORDER BY below.id DESC LIMIT ${limit})
    CROSS JOIN agencies AS a ON a.id = i.agency_id`;
  return rowsOf(query.compile(queries), ({ visible, ...row }) => ({
    ...toInvitation(row),
    visible: visible === 1,
  }));
}

/** An open invitation of the scope. */
export function invitationById(scope: OperatorScope, id: string): Statement<Invitation[]> {
  const query = sql<Row>`
    SELECT ${columns}, a.name AS agency_name FROM invitations AS i CROSS JOIN agencies AS a ON a.id = i.agency_id
    WHERE i.id = ${id} AND ${inScope(scope)}`;
  return rowsOf(query.compile(queries), toInvitation);
}

/** The invitation whose link this is; who holds the link needs no scope. */
export function invitationByToken(_scope: Scope, tokenHash: string): Statement<Invitation[]> {
  const query = sql<Row>`
    SELECT ${columns}, a.name AS agency_name FROM invitations AS i CROSS JOIN agencies AS a ON a.id = i.agency_id
    WHERE i.token_hash = ${tokenHash} AND a.deleted_at IS NULL`;
  return rowsOf(query.compile(queries), toInvitation);
}

/** Ends an open invitation; the first statement aborts the batch when it is open no more. */
export const settleInvitation = (
  _scope: Scope,
  id: string,
  how: "accepted_at" | "revoked_at",
  nowMs: number,
): readonly [Statement<number>, Statement<number>] => [
  write(
    sql`
      INSERT INTO commit_guard (unchanged) SELECT 0 WHERE NOT EXISTS (
        SELECT 1 FROM invitations WHERE id = ${id} AND accepted_at IS NULL AND revoked_at IS NULL)`.compile(
      queries,
    ),
  ),
  write(sql`UPDATE invitations SET ${sql.raw(how)} = ${nowMs} WHERE id = ${id}`.compile(queries)),
];

/** A role for whoever has the e-mail address by now. Nobody loses by accepting: see `newRole`. */
export const grantByEmail = (
  _scope: Scope,
  offer: Pick<Invitation, "email" | "agency_id" | "role" | "client_ids">,
  nowMs: number,
): Statement<number> => {
  const places = JSON.stringify(offer.role === "agency_owner" ? [""] : offer.client_ids);
  return write(
    sql`
      INSERT INTO memberships (operator_id, agency_id, client_id, role, created_at)
      SELECT o.id, ${offer.agency_id}, wanted.value, ${offer.role}, ${nowMs}
      FROM operators AS o CROSS JOIN json_each(${places}) AS wanted
      WHERE o.email = ${offer.email}
      ${newRole}`.compile(queries),
  );
};

const toInvitation = (row: Row): Invitation => ({
  ...row,
  client_ids: JSON.parse(row.client_ids_json) as string[],
});
