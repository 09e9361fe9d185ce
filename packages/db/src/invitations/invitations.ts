import { sql } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import type { OperatorScope, Scope } from "../scope.ts";
import { isInScope } from "../scope/is-in-scope.ts";
import { mapResult, queries, rowsOf, write, type Statement } from "../statement.ts";
import type { InvitationsTable } from "../tables/invitations-table.ts";
import { requireMembershipInScope } from "../scope/require-membership-in-scope.ts";
import { placesOfRole } from "../operators/places-of-role.ts";
import { newRole } from "../operators/write-memberships.ts";

/** An invitation without its token. Times in ms. */
export interface Invitation extends Omit<InvitationsTable, "client_ids_json" | "token_hash"> {
  client_ids: string[];
  agency_name: string;
}
/** With what its clients are called; none for a role that is for all of them. */
export interface NamedInvitation extends Invitation {
  client_names: string[];
  /** What the agency looks like. */
  hue: number | null;
  logo_id: string | null;
}

/** As the table has it. */
export type InvitationRow = Omit<InvitationsTable, "token_hash"> & { agency_name: string };

/** Not the token's hash: nobody has to read it. */
export const invitationColumns = sql.raw(
  "i.id, i.email, i.agency_id, i.role, i.client_ids_json, i.invited_by, i.created_at, i.expires_at, i.accepted_at, i.revoked_at",
);

/** Writes an invitation to roles within the scope. */
export function insertInvitation(scope: Scope, row: InvitationsTable): Statement<number> {
  const clientIds = JSON.parse(row.client_ids_json) as string[];
  for (const client_id of clientIds.length === 0 ? [""] : clientIds)
    requireMembershipInScope(scope, { agency_id: row.agency_id, client_id });
  return write(queries.insertInto("invitations").values(row).compile());
}

/** Whether a scope may see an invitation: it has its agency, or all its clients. Asked here, because SQL would read a row for each of them. */
export const isWithin = (scope: OperatorScope, { agency_id, client_ids }: Invitation): boolean =>
  scope.agencyIds.includes(agency_id) ||
  (client_ids.length > 0 && client_ids.every((id) => isInScope(scope, id)));

/** An open invitation of the scope. */
export function invitationById(scope: OperatorScope, id: string): Statement<Invitation[]> {
  const query = sql<InvitationRow>`
    SELECT ${invitationColumns}, a.name AS agency_name FROM invitations AS i CROSS JOIN agencies AS a ON a.id = i.agency_id
    WHERE i.id = ${id}`;
  return mapResult(rowsOf(query.compile(queries), toInvitation), (found) =>
    found.filter((invitation) => isWithin(scope, invitation)),
  );
}

/** The invitation whose link this is; who holds the link needs no scope. */
export function invitationByToken(_scope: Scope, tokenHash: string): Statement<NamedInvitation[]> {
  const query = sql<InvitationRow & Pick<NamedInvitation, "hue" | "logo_id"> & { client_names_json: string }>`
    SELECT ${invitationColumns}, a.name AS agency_name, a.hue, a.logo_id,
      (SELECT json_group_array(c.name) FROM json_each(i.client_ids_json) AS named CROSS JOIN clients AS c ON c.id = named.value) AS client_names_json
    FROM invitations AS i CROSS JOIN agencies AS a ON a.id = i.agency_id
    WHERE i.token_hash = ${tokenHash} AND a.deleted_at IS NULL`;
  return rowsOf(query.compile(queries), ({ client_names_json, hue, logo_id, ...row }) => ({
    ...toInvitation(row),
    hue,
    logo_id,
    client_names: JSON.parse(client_names_json) as string[],
  }));
}

/** Ends an open invitation; the first statement aborts the batch when it is open no more. */
export const settleInvitation = (
  _scope: Scope,
  id: string,
  how: "accepted_at" | "revoked_at",
  nowMs: number,
): readonly [Statement<number>, Statement<number>] => [
  abortUnless(
    sql`EXISTS (SELECT 1 FROM invitations WHERE id = ${id} AND accepted_at IS NULL AND revoked_at IS NULL)`,
  ),
  write(sql`UPDATE invitations SET ${sql.raw(how)} = ${nowMs} WHERE id = ${id}`.compile(queries)),
];

/** A role for whoever has the e-mail address by now. Nobody loses by accepting: see `newRole`. */
export const grantByEmail = (
  _scope: Scope,
  offer: Pick<Invitation, "email" | "agency_id" | "role" | "client_ids">,
  nowMs: number,
): Statement<number> => {
  const places = JSON.stringify(placesOfRole(offer));
  return write(
    sql`
      INSERT INTO memberships (operator_id, agency_id, client_id, role, created_at)
      SELECT o.id, ${offer.agency_id}, wanted.value, ${offer.role}, ${nowMs}
      FROM operators AS o CROSS JOIN json_each(${places}) AS wanted
      WHERE o.email = ${offer.email}
      ${newRole}`.compile(queries),
  );
};

/** A row of the table, with its lists read. */
export const toInvitation = (row: InvitationRow): Invitation => ({
  ...row,
  client_ids: JSON.parse(row.client_ids_json) as string[],
});
