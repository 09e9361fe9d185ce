import type { Schemas } from "../api.ts";

type Role = Schemas["Membership"]["role"];

/** What somebody may make others in an agency, the least first: nobody gives more than they have. */
export function grantableRoles(you: Schemas["You"], agencyId: string): Role[] {
  const granting = you.grants.filter(
    ({ agency_id, permissions }) => agency_id === agencyId && permissions.includes("operators:manage"),
  );
  if (granting.some(({ role }) => role === "agency_owner"))
    return ["client_viewer", "client_admin", "agency_operator", "agency_owner"];
  return granting.length === 0 ? [] : ["client_viewer", "client_admin"];
}

/** The clients that somebody may give roles at. */
export const grantableClients = (you: Schemas["You"], agencyId: string): string[] => [
  ...new Set(
    you.grants
      .filter(
        ({ agency_id, permissions }) => agency_id === agencyId && permissions.includes("operators:manage"),
      )
      .flatMap(({ client_ids }) => client_ids),
  ),
];

/** The agencies in which somebody may invite at all. */
export const agenciesToInviteTo = (you: Schemas["You"]): Schemas["You"]["agencies"] =>
  you.agencies.filter(({ id }) => grantableRoles(you, id).length > 0);
