import type { OperatorScope } from "@leadrelay/db/scope";
import { readClient } from "../clients/read-client.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { apiProblem, notFound } from "../problems/api-problem.ts";

/** The same whatever agency is named: it tells of none whether it is there. */
const ofClientOnly =
  "You make keys for single clients, not for a whole agency: name the client in client_id (`--client`).";

/** Where a new key is to work. Throws the 404 of what is not in the scope. */
export async function findKeyPlace(
  { client_id, agency_id }: { client_id?: string | undefined; agency_id?: string | undefined },
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "control">,
): Promise<{ agency_id: string; client_id: string | null }> {
  if (client_id === undefined) {
    if (scope.agencyIds.length === 0) throw apiProblem("not-found", ofClientOnly);
    if (agency_id === undefined || !scope.agencyIds.includes(agency_id)) throw notFound("agency");
    return { agency_id, client_id: null };
  }
  const client = await readClient(client_id, scope, dependencies);
  if (agency_id !== undefined && agency_id !== client.agency_id) throw notFound("agency");
  if (client.deleted_at !== null)
    throw apiProblem("conflict", "This client was deleted. Restore it before you make keys for it.");
  return { agency_id: client.agency_id, client_id };
}
