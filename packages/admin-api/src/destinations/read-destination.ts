import type { DestinationDetails } from "@leadrelay/db/destinations/destination-details";
import { findDestination } from "@leadrelay/db/destinations/find-destination";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { apiProblem, notFound } from "../problems/api-problem.ts";

/** The destination with this id, deleted or not. Throws the 404 that hides other tenants. */
export async function readDestination(
  id: string,
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
): Promise<DestinationDetails> {
  const [found] = await runOne(control, findDestination(scope, id));
  if (found === undefined) throw notFound("destination");
  return found;
}

/** The same, to be changed. Throws the 409 of a destination that was deleted. */
export async function readLiveDestination(
  ...asked: Parameters<typeof readDestination>
): Promise<DestinationDetails> {
  const destination = await readDestination(...asked);
  if (destination.deleted_at !== null)
    throw apiProblem("conflict", "This destination was deleted: add a new one.");
  return destination;
}
