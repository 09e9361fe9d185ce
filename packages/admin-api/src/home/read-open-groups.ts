import { deadLetterGroups, type DeadLetterGroup } from "@leadrelay/db/dead-letters/dead-letter-groups";
import type { OpenLetterCount } from "@leadrelay/db/dead-letters/open-letter-counts";
import { runBatch } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { letterParts } from "../dead-letters/letter-parts.ts";

/** Of each client so many causes, of so many clients: those with most letters. */
const mostCauses = 5;
const mostClients = 5;

/** What open letters have in common, of those clients that have any. What D1 did not take goes back by itself. */
export async function readOpenGroups(
  letters: readonly OpenLetterCount[],
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "leadDatabase" | "leadDatabaseNames">,
): Promise<DeadLetterGroup[]> {
  const having = [...letters]
    .toSorted((a, b) => b.open_count - a.open_count)
    .map(({ client_id }) => client_id);
  const wanted = new Set([...new Set(having)].slice(0, mostClients));
  const parts = Map.groupBy(
    letterParts(scope, dependencies).filter(({ client_id }) => wanted.has(client_id)),
    ({ database }) => database,
  );
  const read = await Promise.all(
    [...parts].map(([database, own]) =>
      runBatch(
        dependencies.leadDatabase(database),
        own.map(({ client_id }) => deadLetterGroups(scope, client_id, { after: null, limit: mostCauses })),
      ),
    ),
  );
  return read.flat(2).filter(({ kind }) => kind !== "storage_unavailable");
}
