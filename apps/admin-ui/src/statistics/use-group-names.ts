import { api } from "../api.ts";
import { useClient } from "../shell/use-client.ts";

/** What clients, forms and destinations are called, deleted ones too: their days are still told. */
export function useGroupNames(by: "client" | "form" | "destination" | "source" | "campaign") {
  const client = useClient();
  const ofClient = client === undefined ? {} : { client_id: client };
  const kept = { staleTime: 300_000 };
  const clients = api.useQuery(
    "get",
    "/api/clients",
    { params: { query: { limit: 100, deleted: "true" } } },
    { ...kept, enabled: by === "client" },
  );
  const forms = api.useQuery(
    "get",
    "/api/forms",
    { params: { query: { limit: 100, deleted: "true", ...ofClient } } },
    kept,
  );
  const destinations = api.useQuery(
    "get",
    "/api/destinations",
    { params: { query: { limit: 100, deleted: "true", ...ofClient } } },
    { ...kept, enabled: by === "destination" },
  );
  const lists = {
    client: clients,
    form: forms,
    destination: destinations,
    source: undefined,
    campaign: undefined,
  };
  const named = new Map(lists[by]?.data?.items.map(({ id, name }) => [id, name]));
  return { nameOf: (id: string) => named.get(id) ?? id, forms: forms.data?.items ?? [] };
}
