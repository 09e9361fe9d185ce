import type { OperatorScope, ScopedClient } from "@leadrelay/db/scope";
import type { Grant } from "./caller.ts";

/** The scope's clients that none of its agencies owns: what an agency's list holds of its own clients need not be read client by client. */
export function clientsOutsideAgencies(
  { agencyIds, clients }: OperatorScope,
  grants: readonly Grant[],
): ScopedClient[] {
  const owned = new Set(
    grants
      .filter(({ agencyWide, agencyId }) => agencyWide && agencyIds.includes(agencyId))
      .flatMap((grant) => grant.clients.map(({ id }) => id)),
  );
  return clients.filter(({ id }) => !owned.has(id));
}
