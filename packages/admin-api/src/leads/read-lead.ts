import { findLead } from "@leadrelay/db/leads/find-lead";
import type { Lead } from "@leadrelay/db/leads/lead";
import type { OperatorScope, ScopedClient } from "@leadrelay/db/scope";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { notFound } from "../problems/api-problem.ts";
import { askLeadDatabases } from "../lead-databases/ask-lead-databases.ts";

/** The lead with this public id and whose it is, wherever it lies. Throws the 404 that hides other tenants. */
export async function readLead(
  id: string,
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "leadDatabase">,
): Promise<{ lead: Lead; client: ScopedClient }> {
  const found = await askLeadDatabases(scope, dependencies, (clientIds) => findLead(scope, clientIds, id));
  const [lead] = found.flat();
  if (lead === undefined) throw notFound("lead");
  return { lead, client: clientInScope(scope, lead.client_id) };
}
