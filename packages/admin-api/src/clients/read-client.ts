import { clientsByIds, type ClientDetails } from "@leadrelay/db/clients/clients-by-ids";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { clientInScope } from "../access/client-in-scope.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { apiProblem, notFound } from "../problems/api-problem.ts";

/** The client with this id. Throws the 404 that hides other tenants. */
export async function readClient(
  id: string,
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
): Promise<ClientDetails> {
  clientInScope(scope, id);
  const [found] = await runOne(control, clientsByIds(scope, [id]));
  if (found === undefined) throw notFound("client");
  return found;
}

/** The same, for what is changed or added in it. Throws the 409 of a client that was deleted. */
export async function readLiveClient(...asked: Parameters<typeof readClient>): Promise<ClientDetails> {
  const client = await readClient(...asked);
  if (client.deleted_at !== null) throw apiProblem("conflict", wasDeleted);
  return client;
}

const wasDeleted = "This client was deleted: nothing in it can be changed any more.";

/** What `requireLiveClient` says of a client that was deleted since it was read. */
export const deletedMeanwhile = { unchanged: wasDeleted };
