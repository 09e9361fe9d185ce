import type { KeyOwner } from "@leadrelay/db/access-keys/newest-access-keys";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Grant } from "../access/caller.ts";

/** Whose keys a scope lists, each once: an agency's list holds those of its clients, other clients have a list of their own. */
export function keyOwners({ agencyIds, clients }: OperatorScope, grants: readonly Grant[]): KeyOwner[] {
  const listed = new Set(
    grants
      .filter(({ agencyWide, agencyId }) => agencyWide && agencyIds.includes(agencyId))
      .flatMap((grant) => grant.clients.map(({ id }) => id)),
  );
  return [
    ...agencyIds.map((agency_id) => ({ agency_id })),
    ...clients.filter(({ id }) => !listed.has(id)).map(({ id }) => ({ client_id: id })),
  ];
}
