import { isAgencyRole } from "@leadrelay/contracts/roles";
import type { OpenInvitation } from "@leadrelay/db/invitations/open-invitations";
import type { PlacedRole } from "@leadrelay/db/operators/roles-in-agencies";

/** A client's place, or with null the whole agency's. */
type Place = Omit<PlacedRole, "role">;

/** Whether somebody with these roles manages the people and keys of a place. */
export const managesPlace = (roles: readonly PlacedRole[], { agency_id, client_id }: Place): boolean =>
  roles.some(
    (one) =>
      one.agency_id === agency_id &&
      (one.role === "agency_owner" || (one.role === "client_admin" && one.client_id === client_id)),
  );

/** Whether somebody with these roles could give what an invitation gives; see `requireGrantableRole`. */
export function mayOffer(
  roles: readonly PlacedRole[],
  { agency_id, role, client_ids }: Omit<OpenInvitation, "id">,
): boolean {
  if (isAgencyRole(role)) return managesPlace(roles, { agency_id, client_id: null });
  return client_ids.every((client_id) => managesPlace(roles, { agency_id, client_id }));
}
