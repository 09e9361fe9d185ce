import { clientOf } from "@leadrelay/db/scope/client-of";
import { clientOfLead } from "@leadrelay/db/leads/client-of-lead";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { notFound } from "../problems/api-problem.ts";
import { narrowScope } from "./client-in-scope.ts";

/** What a filter may name; each belongs to one client. */
interface Named {
  client_id?: string | undefined;
  form_id?: string | undefined;
  destination_id?: string | undefined;
  /** Public id. */
  lead_id?: string | undefined;
}

/** The scope with the one client left to which all that a filter names belongs. Throws the 404 that hides other tenants. */
export async function narrowToFilter(
  scope: OperatorScope,
  named: Named,
  dependencies: Pick<AdminDependencies, "control" | "leadDatabase">,
): Promise<OperatorScope> {
  let narrowed = narrowScope(scope, named.client_id);
  for (const [table, what, id] of [
    ["forms", "form", named.form_id],
    ["destinations", "destination", named.destination_id],
  ] as const) {
    if (id === undefined) continue;
    const owner = await runOne(dependencies.control, clientOf(narrowed, table, id));
    if (owner === null) throw notFound(what);
    narrowed = narrowScope(narrowed, owner);
  }
  if (named.lead_id === undefined) return narrowed;
  return narrowScope(narrowed, await ownerOfLead(narrowed, named.lead_id, dependencies));
}

async function ownerOfLead(
  scope: OperatorScope,
  leadId: string,
  { leadDatabase }: Pick<AdminDependencies, "leadDatabase">,
): Promise<string> {
  for (const [database, clients] of Map.groupBy(scope.clients, (client) => client.database)) {
    const [owner] = await runOne(leadDatabase(database), clientOfLead({ ...scope, clients }, leadId));
    if (owner !== undefined) return owner;
  }
  throw notFound("lead");
}
