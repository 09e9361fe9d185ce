import type { LeadRelayClient } from "@leadrelay/client/create-client";
import { answerOf, type Fetched } from "../api/answer-of.ts";
import { takeItems, type Page } from "../api/take-items.ts";
import type { Thing } from "./thing.ts";

/** Of what kind something is, by the word that stands for it in help: `<client>`. */
export type Kind =
  | "agency"
  | "client"
  | "deleted-client"
  | "form"
  | "deleted-form"
  | "destination"
  | "route"
  | "source"
  | "person"
  | "access-key"
  | "actor"
  | "invitation";

const most = 10_000;

type List = (api: LeadRelayClient, client: string | undefined) => Promise<Thing[]>;

const all = async <Item>(ask: (page: { limit: number; cursor?: string }) => Promise<Fetched<Page<Item>>>) =>
  (await takeItems({ limit: most }, (page) => answerOf(ask(page)))).items;

const of = (client: string | undefined) => (client === undefined ? {} : { client_id: client });

async function listClients(api: LeadRelayClient): Promise<Thing[]> {
  const found = await all((page) =>
    api.GET("/api/clients", { params: { query: { deleted: "true", ...page } } }),
  );
  return found.map(({ id, name, deleted_at }) => ({
    ...thing(id, [name]),
    isDeleted: deleted_at !== null,
  }));
}

const listForms: List = async (api, client) => {
  const query = { ...of(client), deleted: "true" } as const;
  const found = await all((page) => api.GET("/api/forms", { params: { query: { ...query, ...page } } }));
  return found.map(({ id, form_key, name, client_id, deleted_at }) => ({
    id,
    keys: [form_key],
    names: [name],
    clientId: client_id,
    isDeleted: deleted_at !== null,
  }));
};

const listOperators: List = async (api) => {
  const found = await all((query) => api.GET("/api/operators", { params: { query } }));
  const different = new Map(found.map((one) => [one.operator_id, one]));
  return [...different.values()].map(({ operator_id, email, name }) => thing(operator_id, [name], [email]));
};

const listKeys: List = async (api) => {
  const found = await all((query) => api.GET("/api/access-keys", { params: { query } }));
  return found.map(({ id, name, client_id, revoked_at }) => ({
    ...thing(id, [name]),
    clientId: client_id,
    isDeleted: revoked_at !== null,
  }));
};

const thing = (id: string, names: readonly string[], keys: readonly string[] = []): Thing => ({
  id,
  keys,
  names,
  clientId: null,
  isDeleted: false,
});

/** How those of a kind are listed that the caller may see; of one client where that is said and they have one. */
export const listThings: Readonly<Record<Kind, List>> = {
  agency: async (api) => {
    const found = await all((query) => api.GET("/api/agencies", { params: { query } }));
    return found.map(({ id, name, deleted_at }) => ({
      ...thing(id, [name]),
      isDeleted: deleted_at !== null,
    }));
  },
  client: listClients,
  "deleted-client": async (api) =>
    (await listClients(api)).flatMap((one) => (one.isDeleted ? [{ ...one, isDeleted: false }] : [])),
  form: listForms,
  "deleted-form": async (api, client) =>
    (await listForms(api, client)).flatMap((form) => (form.isDeleted ? [{ ...form, isDeleted: false }] : [])),
  destination: async (api, client) => {
    const query = { ...of(client), deleted: "true" } as const;
    const found = await all((page) =>
      api.GET("/api/destinations", { params: { query: { ...query, ...page } } }),
    );
    return found.map(({ id, name, client_id, deleted_at }) => ({
      ...thing(id, [name]),
      clientId: client_id,
      isDeleted: deleted_at !== null,
    }));
  },
  route: async (api, client) => {
    const query = { ...of(client), deleted: "true" } as const;
    const found = await all((page) => api.GET("/api/routes", { params: { query: { ...query, ...page } } }));
    return found.map(({ id, name, client_id, deleted_at }) => ({
      ...thing(id, [name]),
      clientId: client_id,
      isDeleted: deleted_at !== null,
    }));
  },
  source: async (api, client) => {
    const query = { ...of(client), deleted: "true" } as const;
    const found = await all((page) => api.GET("/api/sources", { params: { query: { ...query, ...page } } }));
    return found.map(({ id, name, client_id, deleted_at }) => ({
      ...thing(id, [name]),
      clientId: client_id,
      isDeleted: deleted_at !== null,
    }));
  },
  person: listOperators,
  "access-key": listKeys,
  actor: async (api, client) =>
    (await Promise.all([listOperators(api, client), listKeys(api, client)])).flat(),
  invitation: async (api) => {
    const found = await all((query) => api.GET("/api/invitations", { params: { query } }));
    return found.map(({ id, email, state }) => ({ ...thing(id, [], [email]), isDeleted: state !== "open" }));
  },
};
