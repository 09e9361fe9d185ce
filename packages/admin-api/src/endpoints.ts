import type { Endpoint } from "./endpoint/endpoint.ts";
import { changeAgency } from "./agencies/change-agency.ts";
import { createAgency } from "./agencies/create-agency.ts";
import { getAgency } from "./agencies/get-agency.ts";
import { listAgenciesOperation } from "./agencies/list-agencies.ts";
import { changeClient } from "./clients/change-client.ts";
import { createClient } from "./clients/create-client.ts";
import { deleteClient } from "./clients/delete-client.ts";
import { getClient } from "./clients/get-client.ts";
import { listClients } from "./clients/list-clients.ts";
import { acceptInvitation } from "./invitations/accept-invitation.ts";
import { createInvitation } from "./invitations/create-invitation.ts";
import { listInvitationsOperation } from "./invitations/list-invitations.ts";
import { revokeInvitation } from "./invitations/revoke-invitation.ts";
import { listOperators } from "./operators/list-operators.ts";
import { removeOperator } from "./operators/remove-operator.ts";
import { setOperatorRole } from "./operators/set-operator-role.ts";
import { letterEndpoints } from "./dead-letters/letter-endpoints.ts";
import { deliveryEndpoints } from "./deliveries/delivery-endpoints.ts";
import { formEndpoints } from "./forms/form-endpoints.ts";
import { leadEndpoints } from "./leads/lead-endpoints.ts";
import { whoAmI } from "./you/who-am-i.ts";

/** Every operation there is, in the reference's order. One that is not listed here is not served. */
export const endpoints: readonly Endpoint[] = [
  whoAmI,
  listAgenciesOperation,
  createAgency,
  getAgency,
  changeAgency,
  listClients,
  createClient,
  getClient,
  changeClient,
  deleteClient,
  listOperators,
  setOperatorRole,
  removeOperator,
  listInvitationsOperation,
  createInvitation,
  revokeInvitation,
  acceptInvitation,
  ...formEndpoints,
  ...leadEndpoints,
  ...deliveryEndpoints,
  ...letterEndpoints,
];
