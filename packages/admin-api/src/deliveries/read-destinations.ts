import type { DestinationLookup } from "@leadrelay/core/story/story";
import { destinationChanges } from "@leadrelay/db/destinations/destination-changes";
import { destinationStates } from "@leadrelay/db/destinations/destination-states";
import { runBatch } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";

/** A statement takes no more. */
const mostDestinations = 100;

/** What these destinations are called, how they are set, and what was changed of them; undefined for those that are not the scope's. */
export async function readDestinations(
  ids: readonly string[],
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
): Promise<DestinationLookup> {
  const wanted = [...new Set(ids)].slice(0, mostDestinations);
  if (wanted.length === 0) return () => undefined;
  const [found, changes] = await runBatch(control, [
    destinationStates(scope, wanted),
    destinationChanges(scope, wanted),
  ]);
  const known = new Map(
    found.map(({ id, enabled, deleted_at, ...row }) => [
      id,
      {
        ...row,
        enabled: enabled === 1,
        deleted: deleted_at !== null,
        deleted_at,
        changes: changes.get(id) ?? [],
      },
    ]),
  );
  return (id) => known.get(id);
}
