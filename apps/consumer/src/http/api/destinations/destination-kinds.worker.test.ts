import { destinationKinds, getAdapter } from "@leadrelay/adapters/registry";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { emptyHouse } from "../../../../test/api/destinations.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

interface Kind {
  kind: string;
  settings: { name: string; example: unknown; is_optional: boolean }[];
}

it("whoever is signed in is told every kind with its settings, and nobody else is", async () => {
  const house = await emptyHouse();
  expect(await call("GET", "/api/destination-kinds")).toMatchObject({ status: 401 });
  const { status, body } = await call("GET", "/api/destination-kinds", { as: house.viewer });
  expect(status).toBe(200);
  const items = body["items"] as Kind[];
  expect(items.map(({ kind }) => kind)).toEqual(destinationKinds);
  for (const { kind, settings } of items)
    expect(settings.map(({ name }) => name)).toEqual(Object.keys(getAdapter(kind).fields));
});

const ofInstallation = destinationKinds.filter((kind) => getAdapter(kind).isOfInstallation === true);

it.each(ofInstallation)(
  "a %s destination is set up by nobody but the installation's owners",
  async (kind) => {
    const house = await emptyHouse();
    const settings = getAdapter(kind).exampleSettings;
    const asked = { client_id: house.clientId, name: "Made", kind, settings };
    for (const as of [house.admin, house.owner])
      expect(await call("POST", "/api/destinations", { as, body: asked })).toMatchObject({ status: 403 });
  },
);

it.each(destinationKinds.filter((kind) => !ofInstallation.includes(kind)))(
  "a %s destination is made of what its kind says that it asks for",
  async (kind) => {
    const house = await emptyHouse();
    const { body } = await call("GET", "/api/destination-kinds", { as: house.admin });
    const found = (body["items"] as Kind[]).find((one) => one.kind === kind);
    const settings = Object.fromEntries((found?.settings ?? []).map(({ name, example }) => [name, example]));
    const asked = { client_id: house.clientId, name: "Made", kind, settings };
    expect(await call("POST", "/api/destinations", { as: house.admin, body: asked })).toMatchObject({
      status: 201,
      body: { kind },
    });
  },
);

it.each(["destination.down", "delivery.dead_lettered"])(
  "a kind that files leads cannot be told %s",
  async (type) => {
    const house = await emptyHouse();
    const settings = { url: "https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyz" };
    const asked = {
      client_id: house.clientId,
      name: "Made",
      kind: "make",
      settings,
      event_types: ["lead.created", type],
    };
    const refused = await call("POST", "/api/destinations", { as: house.admin, body: asked });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: "event_types" }] } });
    const made = await call("POST", "/api/destinations", {
      as: house.admin,
      body: { ...asked, event_types: ["lead.created"] },
    });
    const path = `/api/destinations/${String(made.body["id"])}`;
    const changed = await call("PATCH", path, {
      as: house.admin,
      body: { event_types: [type] },
      headers: { "if-match": "*" },
    });
    expect(changed.status).toBe(422);
  },
);

it("a destination that replies to leads takes new ones alone, and is decided by what its settings say", async () => {
  const house = await emptyHouse();
  const settings = getAdapter("lead_reply").exampleSettings;
  const asked = { client_id: house.clientId, name: "Thanks", kind: "lead_reply", settings };
  const made = await call("POST", "/api/destinations", { as: house.admin, body: asked });
  expect(made).toMatchObject({ status: 201, body: { event_types: ["lead.created"] } });
  expect(made.body).not.toHaveProperty("reply");
  const id = String(made.body["id"]);
  const policy = async () => {
    const row = await env.DB.prepare("SELECT reply_json FROM destinations WHERE id = ?").bind(id).first();
    return JSON.parse(String(row?.["reply_json"])) as unknown;
  };
  expect(await policy()).toEqual({ channel: "email", most_suspicion: 29 });
  const change = (body: object) =>
    call("PATCH", `/api/destinations/${id}`, { as: house.admin, body, headers: { "if-match": "*" } });
  expect(await change({ settings: { most_suspicion: 5 } })).toMatchObject({ status: 200 });
  expect(await policy()).toEqual({ channel: "email", most_suspicion: 5 });
  expect(await change({ name: "Thank you" })).toMatchObject({ status: 200 });
  expect(await policy()).toEqual({ channel: "email", most_suspicion: 5 });
  for (const body of [
    { event_types: ["lead.created", "lead.reengaged"] },
    { event_types: ["destination.down"] },
  ])
    expect(await change(body)).toMatchObject({ status: 422, body: { errors: [{ field: "event_types" }] } });
});

it("a kind that is told how far leads came is told of that alone", async () => {
  const house = await emptyHouse();
  const asked = {
    client_id: house.clientId,
    name: "Ads",
    kind: "meta_conversions",
    settings: getAdapter("meta_conversions").exampleSettings,
  };
  const made = await call("POST", "/api/destinations", { as: house.admin, body: asked });
  expect(made).toMatchObject({
    status: 201,
    body: { event_types: ["lead.status_changed", "lead.crm_activity"] },
  });
  for (const event_types of [["lead.created"], ["lead.status_changed", "lead.note_added"]])
    expect(
      await call("POST", "/api/destinations", { as: house.admin, body: { ...asked, event_types } }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ field: "event_types", detail: expect.stringContaining("how far leads came") }] },
    });
  const route = await call("POST", "/api/routes", {
    as: house.admin,
    body: {
      client_id: house.clientId,
      name: "Route",
      mode: "all",
      members: [{ destination_id: made.body["id"] }],
    },
  });
  expect(route).toMatchObject({
    status: 422,
    body: { errors: [{ detail: expect.stringContaining("how far leads came") }] },
  });
});
