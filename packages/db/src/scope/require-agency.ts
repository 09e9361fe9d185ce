import type { OperatorScope } from "../scope.ts";

/** Throws when an agency's own rows are outside the scope. Owners of the installation have no exception here. */
export function requireAgency({ agencyIds }: OperatorScope, agencyId: string): void {
  if (!agencyIds.includes(agencyId)) throw new Error(`Agency ${agencyId} is outside this scope`);
}
