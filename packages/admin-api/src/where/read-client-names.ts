import { clientsByIds } from "@leadrelay/db/clients/clients-by-ids";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";

/** What the clients are called whose something is; null for what is nobody's. */
export async function readClientNames(
  rows: readonly ({ client_id: string | null } | null)[],
  scope: OperatorScope,
  { control }: Pick<AdminDependencies, "control">,
): Promise<(clientId: string | null) => string | null> {
  const ids = [...new Set(rows.flatMap((row) => row?.client_id ?? []))];
  const clients = ids.length === 0 ? [] : await runOne(control, clientsByIds(scope, ids));
  const names = new Map(clients.map(({ id, name }) => [id, name]));
  return (clientId) => names.get(clientId ?? "") ?? null;
}
