import type { OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";

/** Where an owner's role is taken away: the guards that leave no agency without an owner. */
export function keptOwner(
  taken: readonly { agency_id: string; client_id: string }[],
  scope: OperatorScope,
  requireOwner: (scope: OperatorScope, agencyId: string) => Statement<number>,
): Statement<number>[] {
  const agencies = taken.filter(({ client_id }) => client_id === "").map(({ agency_id }) => agency_id);
  return [...new Set(agencies)].map((agencyId) => requireOwner(scope, agencyId));
}
