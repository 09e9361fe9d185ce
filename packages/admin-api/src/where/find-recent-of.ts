import { newestLeads } from "@leadrelay/db/leads/newest-leads";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { askLeadDatabases } from "../lead-databases/ask-lead-databases.ts";
import type { Candidate } from "./candidate.ts";
import { hasContactOf, type Sought } from "./sought-contact.ts";

/** Of all clients together. */
const mostLeads = 100;

/**
 * Leads with a contact that nobody is known under: what says nothing of anybody (9999999999) and what could not be read. No index has them,
 * so only the newest are looked through.
 */
export async function findRecentOf(
  sought: Sought,
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "leadDatabase">,
): Promise<Candidate[]> {
  const perClient = Math.max(1, Math.floor(mostLeads / Math.max(1, scope.clients.length)));
  const found = await askLeadDatabases(scope, dependencies, (clientIds) =>
    newestLeads(scope, clientIds, { after: null, perClient }),
  );
  const theirs = found.flat().filter((lead) => hasContactOf(sought, lead));
  return theirs.map((lead) => ({ kind: "lead", at: lead.last_submitted_at, lead }));
}
