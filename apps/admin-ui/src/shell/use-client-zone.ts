import { useClient } from "./use-client.ts";
import { useClients } from "./use-clients.ts";

/** The time zone of the client that is looked at; of all of them, where they share one. */
export function useClientZone(): string | undefined {
  const client = useClient();
  const { clients } = useClients();
  const looked = clients.filter(
    ({ id, deleted_at }) => deleted_at === null && (client === undefined || id === client),
  );
  const zones = new Set(looked.map(({ time_zone }) => time_zone));
  const [zone] = zones;
  return zones.size === 1 ? (zone ?? undefined) : undefined;
}
