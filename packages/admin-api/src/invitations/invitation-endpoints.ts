import type { Endpoint } from "../endpoint/endpoint.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { createInvitation } from "./create-invitation.ts";
import { listInvitationsOperation } from "./list-invitations.ts";
import { revokeInvitation } from "./revoke-invitation.ts";

/** The operations on invitations. */
export const invitationEndpoints: readonly Endpoint[] = [
  listInvitationsOperation,
  createInvitation,
  revokeInvitation,
  acceptInvitation,
];
