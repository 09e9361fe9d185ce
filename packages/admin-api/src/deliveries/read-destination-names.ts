import { destinationStates } from "@leadrelay/db/control/destination-states";
import { runBatch } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";

/** A statement takes no more. */
const mostNames = 100;

/** What these destinations are called; undefined for those that are not the scope's. */
export async function readDestinationNames(
  ids: readonly string[],
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
): Promise<(id: string) => string | undefined> {
  const wanted = [...new Set(ids)].slice(0, mostNames);
  if (wanted.length === 0) return () => undefined;
  const [found] = await runBatch(control, [destinationStates(scope, wanted)]);
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return (id) => names.get(id);
}
