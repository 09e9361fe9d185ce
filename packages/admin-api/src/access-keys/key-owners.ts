import type { KeyOwner } from "@leadrelay/db/access-keys/newest-access-keys";
import type { OperatorScope } from "@leadrelay/db/scope";
import { clientsOutsideAgencies } from "../access/clients-outside-agencies.ts";
import type { Grant } from "../access/caller.ts";

/** Whose keys a scope lists, each once: an agency's list holds those of its clients, other clients have a list of their own. */
export const keyOwners = (scope: OperatorScope, grants: readonly Grant[]): KeyOwner[] => [
  ...scope.agencyIds.map((agency_id) => ({ agency_id })),
  ...clientsOutsideAgencies(scope, grants).map(({ id }) => ({ client_id: id })),
];
