import { formIdsOfClient } from "@leadrelay/db/forms/form-ids-of-client";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";

/** Each is a write to KV; a client with more has the rest done by the sweep. */
const mostAtOnce = 20;

/** Ids of the client's forms that the edge hears of with the answer. */
export async function formsToPublish(
  scope: OperatorScope,
  clientId: string,
  { control }: Pick<AdminDependencies, "control">,
): Promise<string[]> {
  return await runOne(control, formIdsOfClient(scope, clientId, mostAtOnce));
}
