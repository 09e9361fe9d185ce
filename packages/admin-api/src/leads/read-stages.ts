import { clientStages } from "@leadrelay/db/clients/client-stages";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";

/** The pipelines of those clients of the scope that these rows belong to. */
export async function readStages(
  rows: readonly { client_id: string }[],
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
): Promise<(clientId: string) => readonly string[]> {
  const ids = [...new Set(rows.map(({ client_id }) => client_id))];
  const clients = ids.length === 0 ? [] : await runOne(control, clientStages(scope, ids));
  const stages = new Map(clients.map((client) => [client.id, client.stages]));
  return (clientId) => stages.get(clientId) ?? [];
}
