import { lastLeads } from "@leadrelay/db/sources/source-leads";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";

interface Owned {
  id: string;
  client_id: string;
}

/** When each of these sources last had a lead, ms UTC: one call for each database that holds some; those that had none are absent. */
export async function readLastLeads(
  sources: readonly Owned[],
  scope: OperatorScope,
  { leadDatabase }: Pick<AdminDependencies, "leadDatabase">,
): Promise<ReadonlyMap<string, number>> {
  const held = Map.groupBy(sources, ({ client_id }) => clientInScope(scope, client_id).database);
  const found = await Promise.all(
    [...held].map(([database, some]) =>
      runOne(
        leadDatabase(database),
        lastLeads(
          scope,
          some.map(({ id }) => id),
        ),
      ),
    ),
  );
  return new Map(found.flat().map(({ source_id, last_lead_at }) => [source_id, last_lead_at]));
}
