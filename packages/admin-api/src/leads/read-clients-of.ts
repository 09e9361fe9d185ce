import { clientStages } from "@leadrelay/db/clients/client-stages";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";

/** What rows of several clients are told with. */
interface ClientsOfRows {
  stagesOf: (clientId: string) => readonly string[];
  /** null: it is none of those read. */
  nameOf: (clientId: string) => string | null;
}

/** The names and pipelines of those clients of the scope that these rows belong to. */
export async function readClientsOf(
  rows: readonly { client_id: string }[],
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
): Promise<ClientsOfRows> {
  const ids = [...new Set(rows.map(({ client_id }) => client_id))];
  const clients = ids.length === 0 ? [] : await runOne(control, clientStages(scope, ids));
  const known = new Map(clients.map((client) => [client.id, client]));
  return {
    stagesOf: (clientId) => known.get(clientId)?.stages ?? [],
    nameOf: (clientId) => known.get(clientId)?.name ?? null,
  };
}
