import { sql, type RawBuilder } from "kysely";
import { agencyRoles, isAgencyRole } from "@leadrelay/contracts/roles";
import { abortUnless } from "../abort-unless.ts";
import { isAmong } from "../is-among.ts";
import { clientIdsOf, type OperatorScope } from "../scope.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";
import type { InvitationsTable } from "../tables/invitations-table.ts";

/** An invitation nobody accepted yet, and what it gives. */
export interface OpenInvitation extends Pick<InvitationsTable, "id" | "agency_id" | "role"> {
  client_ids: string[];
}

const openInvitations = (
  whose: RawBuilder<unknown>,
  agencyIds: readonly string[],
  nowMs: number,
): Statement<OpenInvitation[]> =>
  rowsOf(
    sql<Pick<InvitationsTable, "id" | "agency_id" | "role" | "client_ids_json">>`
      SELECT id, agency_id, role, client_ids_json FROM invitations
      WHERE ${isAmong("agency_id", agencyIds)}
        AND ${whose} AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > ${nowMs}`.compile(
      queries,
    ),
    ({ client_ids_json, ...row }) => ({ ...row, client_ids: JSON.parse(client_ids_json) as string[] }),
  );

/** The open invitations that somebody issued in these agencies, wherever in them: whether each may go on is for the caller to decide. */
export const openInvitationsBy = (
  _scope: OperatorScope,
  invitedBy: string,
  agencyIds: readonly string[],
  nowMs: number,
): Statement<OpenInvitation[]> => openInvitations(sql`invited_by = ${invitedBy}`, agencyIds, nowMs);

/** Ends the open invitations that somebody issued in these agencies, but not those to keep: one issued since they were read ends too. */
export const revokeInvitationsBy = (
  _scope: OperatorScope,
  invitedBy: string,
  { agencyIds, keptIds }: { agencyIds: readonly string[]; keptIds: readonly string[] },
  nowMs: number,
): Statement<number> =>
  write(
    sql`
      UPDATE invitations SET revoked_at = ${nowMs}
      WHERE ${isAmong("agency_id", agencyIds)}
        AND invited_by = ${invitedBy} AND accepted_at IS NULL AND revoked_at IS NULL
        AND NOT ${isAmong("id", keptIds)}`.compile(queries),
  );

/** The open invitations addressed to somebody in these agencies. */
export const openInvitationsTo = (
  _scope: OperatorScope,
  email: string,
  agencyIds: readonly string[],
  nowMs: number,
): Statement<OpenInvitation[]> => openInvitations(sql`email = ${email}`, agencyIds, nowMs);

/**
 * Ends the open invitations addressed to somebody in these agencies, as far as the scope may: one issued since they were read ends too. A client's admin
 * ends no offer of a role that the agency gives its own people, and none that leaves its clients alone.
 */
export const revokeInvitationsTo = (
  scope: OperatorScope,
  email: string,
  agencyIds: readonly string[],
  nowMs: number,
): Statement<number> =>
  write(
    sql`
      UPDATE invitations SET revoked_at = ${nowMs}
      WHERE ${isAmong("agency_id", agencyIds)} AND email = ${email} AND accepted_at IS NULL AND revoked_at IS NULL
        AND (${isAmong("agency_id", scope.agencyIds)} OR (NOT ${isAmong("role", agencyRoles)} AND EXISTS (
          SELECT 1 FROM json_each(client_ids_json) AS offered WHERE ${isAmong("offered.value", clientIdsOf(scope))})))`.compile(
      queries,
    ),
  );

/** Aborts the batch unless this operator may still give this role on each of these clients of an agency, or on the agency. */
export const requireInviter = (
  _scope: OperatorScope,
  operatorId: string,
  {
    agency_id,
    role,
    client_ids,
  }: Pick<InvitationsTable, "agency_id" | "role"> & { client_ids: readonly string[] },
): Statement<number> => {
  const theirs = sql`FROM memberships WHERE operator_id = ${operatorId} AND agency_id = ${agency_id}`;
  const isAdmin = sql`NOT EXISTS (
    SELECT 1 FROM json_each(${JSON.stringify(client_ids)}) AS offered
    WHERE offered.value NOT IN (SELECT client_id ${theirs} AND role = 'client_admin'))`;
  const mayGive = isAgencyRole(role) ? sql`FALSE` : isAdmin;
  return abortUnless(sql`EXISTS (SELECT 1 ${theirs} AND role = 'agency_owner') OR ${mayGive}`);
};
