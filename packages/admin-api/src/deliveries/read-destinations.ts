import type { DestinationLookup } from "@leadrelay/core/story/story";
import { destinationStates } from "@leadrelay/db/destinations/destination-states";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";

/** A statement takes no more. */
const mostDestinations = 100;

/** What these destinations are called and how they are set; undefined for those that are not the scope's. */
export async function readDestinations(
  ids: readonly string[],
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
): Promise<DestinationLookup> {
  const wanted = [...new Set(ids)].slice(0, mostDestinations);
  if (wanted.length === 0) return () => undefined;
  const found = await runOne(control, destinationStates(scope, wanted));
  const known = new Map(
    found.map(({ id, enabled, deleted_at, ...row }) => [
      id,
      { ...row, enabled: enabled === 1, deleted: deleted_at !== null },
    ]),
  );
  return (id) => known.get(id);
}
