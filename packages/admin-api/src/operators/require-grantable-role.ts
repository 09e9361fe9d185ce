import { isAgencyRole } from "@leadrelay/contracts/roles";
import { clientsByIds } from "@leadrelay/db/clients/clients-by-ids";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { apiProblem, notFound } from "../problems/api-problem.ts";
import type { OfferedRole } from "./role-schema.ts";

/**
 * Nobody gives more than they have: an agency's owner any role in it, a client's admin the client's two roles on own clients.
 * Throws the 404 that hides other tenants, the 403 of a role too high.
 */
export async function requireGrantableRole(
  { agency_id, role, client_ids }: OfferedRole,
  scope: OperatorScope,
  { control }: AdminDependencies,
): Promise<void> {
  for (const id of client_ids) clientInScope(scope, id);
  const clients = await runOne(control, clientsByIds(scope, client_ids));
  const ofAgency = clients.every((client) => client.agency_id === agency_id);
  const ownsAgency = scope.agencyIds.includes(agency_id);
  if (scope.agencyIds.length === 0 && clients.length === 0)
    throw apiProblem(
      "not-found",
      "Only an owner of the agency gives the role of an owner. You give client_admin and client_viewer, on your own clients: name them in client_ids (`--client`).",
    );
  if (!ofAgency || (!ownsAgency && clients.length === 0)) throw notFound("agency");
  if (!ownsAgency && isAgencyRole(role))
    throw apiProblem("not-permitted", "Only an owner of the agency gives this role.");
}
