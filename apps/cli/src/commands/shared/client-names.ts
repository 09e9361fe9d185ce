import { listThings } from "../../named/list-things.ts";
import type { Cli } from "../../cli.ts";
import { Failure } from "../../exit/failure.ts";

/** What a client is called, by its id; the id where that is not for the caller, null where there is none. */
export type ClientNames = (id: string | null) => string | null;

/** Names of the clients of a list's items, asked for once, and only where people read them. */
export async function clientNames(
  cli: Cli,
  items: readonly { client_id: string | null }[],
): Promise<ClientNames> {
  const named = items.some(({ client_id }) => client_id !== null);
  const known = named && cli.settings().output === "table" ? await readNames(cli) : new Map<string, string>();
  return (id) => (id === null ? null : (known.get(id) ?? id));
}

async function readNames(cli: Cli): Promise<ReadonlyMap<string, string>> {
  try {
    const clients = await listThings.client(cli.api(), undefined);
    return new Map(clients.map(({ id, names }) => [id, names[0] ?? id]));
  } catch (error) {
    // A list that is not for the caller keeps no other from being shown.
    if (error instanceof Failure) return new Map();
    throw error;
  }
}
