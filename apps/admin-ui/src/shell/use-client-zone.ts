import { api } from "../api.ts";
import { useClient } from "./use-client.ts";

/** The time zone of the client that is looked at; of all of them, where they share one. */
export function useClientZone(): string | undefined {
  const client = useClient();
  const { data } = api.useQuery(
    "get",
    "/api/clients",
    { params: { query: { limit: 100 } } },
    { staleTime: 300_000 },
  );
  const looked = data?.items.filter(({ id }) => client === undefined || id === client) ?? [];
  const zones = new Set(looked.map(({ time_zone }) => time_zone));
  const [zone] = zones;
  return zones.size === 1 ? (zone ?? undefined) : undefined;
}
