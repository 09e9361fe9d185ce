import { requireAgency } from "./require-agency.ts";
import { requireClient } from "./require-client.ts";
import type { Scope } from "../scope.ts";

/** Throws when a membership is outside the scope: of an agency not in it, or of a client not in it. */
export function requireMembershipInScope(
  scope: Scope,
  { agency_id, client_id }: { agency_id: string; client_id: string },
): void {
  if (scope.kind === "pipeline" || scope.agencyIds.includes(agency_id)) return;
  if (client_id === "") requireAgency(scope, agency_id);
  else requireClient(scope, client_id);
}
