import type { Schemas } from "../api.ts";
import { useClient } from "../shell/use-client.ts";
import { useClients as useAllClients } from "../shell/use-clients.ts";

/** The clients whose leads are looked at, with their pipelines; and the one they are, where there is but one. */
export function useClients(): {
  clients: Schemas["Client"][];
  only: Schemas["Client"] | undefined;
  isKnown: boolean;
} {
  const chosen = useClient();
  const { clients: all, isWhole } = useAllClients();
  const clients = all.filter(
    ({ id, deleted_at }) => deleted_at === null && (chosen === undefined || id === chosen),
  );
  return { clients, only: clients.length === 1 ? clients[0] : undefined, isKnown: isWhole };
}

/** The pipeline of a client, with the stage that something stands at though it was given up. */
export function useStages(clientId: string, at: string): string[] {
  const { clients } = useClients();
  const stages = clients.find(({ id }) => id === clientId)?.stages ?? [];
  return stages.includes(at) ? stages : [at, ...stages];
}
