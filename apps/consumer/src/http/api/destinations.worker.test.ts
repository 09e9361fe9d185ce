import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../test/api/admin-api.ts";
import { apiWithout } from "../../../test/api/broken-kv.ts";
import { newHouse, type House } from "../../../test/api/people.ts";
import { deliverMessages } from "../../../test/deliver-messages.ts";
import { deliveriesOf, scriptedReceiver, wake } from "../../../test/deliver-wakeups.ts";
import { rows } from "../../../test/tenant.ts";
import { dependenciesOf } from "../../dependencies.ts";
import { readDirectConfig } from "../../outage/direct-config-store.ts";
import { publishDirectConfigs } from "../../sweeps/publish/publish-direct-configs.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

const url = "https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyzab12";
const anyVersion = { "if-match": "*" };
const create = (house: House, body: Record<string, unknown> = {}, as = house.admin) =>
  call("POST", "/api/destinations", {
    as,
    body: {
      client_id: house.clientId,
      name: "Scenario",
      kind: "make",
      settings: { url },
      environments: ["development"],
      ...body,
    },
  });
const change = (
  house: House,
  id: string,
  body: Record<string, unknown>,
  headers: Record<string, string> = anyVersion,
) => call("PATCH", `/api/destinations/${id}`, { as: house.admin, body, headers });

/** A house without the destination it comes with, whose settings no key opens. */
async function emptyHouse(): Promise<House> {
  const house = await newHouse();
  await env.DB.prepare("UPDATE destinations SET deleted_at = 1 WHERE id = ?").bind(house.destinationId).run();
  return house;
}
const directOf = async ({ clientId }: House) =>
  (await readDirectConfig(env.KV, await dependenciesOf(env).sealer(), clientId))?.destinations;
const auditOf = ({ clientId }: House) =>
  rows("SELECT action, detail_json FROM audit_log WHERE client_id = ? ORDER BY id", clientId);

describe("a destination that is added", () => {
  it("is shown without its secrets, and at once ready for an outage", async () => {
    const house = await emptyHouse();
    const added = await create(house, { settings: { url, api_key: "key-1" }, retry_schedule: "1s, 5m" });
    expect(added).toMatchObject({
      status: 201,
      body: {
        client_id: house.clientId,
        name: "Scenario",
        kind: "make",
        settings: { url_hint: "https://hook.eu2.make.com/…ab12", has_api_key: true },
        enabled: true,
        disabled_reason: null,
        event_types: ["lead.created", "lead.reengaged"],
        environments: ["development"],
        takes_test: false,
        retry_schedule: "1s, 5m",
        timeout_ms: null,
        deleted_at: null,
      },
    });
    const path = `/api/destinations/${added.body.id}`;
    expect(added.headers.get("location")).toBe(path);
    expect(await call("GET", path, { as: house.viewer })).toMatchObject({ status: 200, body: added.body });
    expect(await directOf(house)).toMatchObject([{ id: added.body.id, settings: { url, api_key: "key-1" } }]);
    const client = await call("GET", `/api/clients/${house.clientId}`, { as: house.viewer });
    expect(client.body.direct_config).toEqual({ state: "published", since: null });
  });

  it("gets the leads that come from then on", async () => {
    const house = await emptyHouse();
    await create(house);
    await deliverMessages([house.submission({ fields: { email: "ann@example.com" } })]);
    const { received, fetch } = scriptedReceiver();
    await wake(await deliveriesOf(house), { fetch });
    expect(received).toMatchObject([{ url }]);
  });

  it("belongs to a client of the caller, who may write", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    expect((await create(other, {}, house.owner)).status).toBe(404);
    expect((await create(house, {}, house.viewer)).status).toBe(403);
    expect((await create(house, {}, house.agent)).status).toBe(201);
    await call("DELETE", `/api/clients/${house.clientId}`, { as: house.owner });
    expect((await create(house, {}, house.owner)).status).toBe(409);
  });

  it.each([
    ["kind", { kind: "fax" }],
    ["settings.url", { settings: {} }],
    ["settings.url", { settings: { url: "hook" } }],
    ["settings.api_key", { settings: { url, api_key: "two words" } }],
    ["settings.colour", { settings: { url, colour: "red" } }],
    ["event_types", { event_types: [] }],
    ["event_types", { event_types: ["lead.created", "lead.created"] }],
    ["event_types.0", { event_types: ["lead.lost"] }],
    ["environments", { environments: [] }],
    ["environments.0", { environments: ["staging"] }],
    ["takes_test", { takes_test: "no" }],
    ["retry_schedule", { retry_schedule: "1s,soon" }],
    ["retry_schedule", { retry_schedule: Array.from({ length: 21 }, () => "1s").join(",") }],
    ["timeout_ms", { timeout_ms: 99 }],
    ["timeout_ms", { timeout_ms: 60_001 }],
    ["name", { name: "" }],
    ["sealed_settings", { sealed_settings: "x" }],
  ])("is refused with a wrong %s: %j", async (field, body) => {
    const house = await newHouse();
    expect(await create(house, body)).toMatchObject({ status: 422, body: { errors: [{ field }] } });
  });
});

describe("an address that must not be called is refused in words, and not repeated", () => {
  const guarded = testApi({ urlRules: { allowPrivate: false, ownHost: "relay.example" } });

  it.each([
    ["http://hook.example.com/secret-path", "https://"],
    ["ftp://hook.example.com/secret-path", "http(s) URL"],
    ["https://hook.example.com:8443/secret-path", "port"],
    ["https://ann:pw@hook.example.com/secret-path", "user name"],
    ["https://127.0.0.1/secret-path", "private"],
    ["https://2130706433/secret-path", "private"],
    ["https://[::ffff:10.0.0.1]/secret-path", "private"],
    ["https://169.254.169.254/secret-path", "private"],
    ["https://8.8.8.8/secret-path", "not an IP address"],
    ["https://intranet/secret-path", "whole host"],
    ["https://localhost/secret-path", "public internet"],
    ["https://db.internal/secret-path", "public internet"],
    ["https://127.0.0.1.nip.io/secret-path", "public internet"],
    ["https://relay.example/secret-path", "own address"],
    ["https://api.relay.example/secret-path", "own address"],
  ])("%s", async (address, words) => {
    const house = await emptyHouse();
    const settings = { url: address };
    const asked = { as: house.admin, body: { client_id: house.clientId, name: "X", kind: "make", settings } };
    const answer = await guarded.call("POST", "/api/destinations", asked);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([{ field: "settings.url", detail: expect.stringContaining(words) }]);
    expect(JSON.stringify(answer.body)).not.toContain("secret-path");
    const { body } = await create(house);
    const changed = await guarded.call("PATCH", `/api/destinations/${body.id}`, {
      as: house.admin,
      body: { settings },
      headers: anyVersion,
    });
    expect(changed.status).toBe(422);
  });
});

it("a host that leads to a private address is refused where the installation looks that up", async () => {
  const house = await newHouse();
  const asked: string[] = [];
  const resolvesInside = async (host: string) => {
    asked.push(host);
    return host.startsWith("inside");
  };
  const looking = testApi({ resolvesInside, urlRules: { allowPrivate: false, ownHost: null } });
  const add = (host: string) =>
    looking.call("POST", "/api/destinations", {
      as: house.admin,
      body: { client_id: house.clientId, name: "X", kind: "make", settings: { url: `https://${host}/hook` } },
    });
  expect(await add("inside.example.com")).toMatchObject({
    status: 422,
    body: { errors: [{ field: "settings.url", detail: expect.stringContaining("leads to") }] },
  });
  expect((await add("hook.example.com")).status).toBe(201);
  expect((await add("localhost")).status).toBe(422);
  expect(asked).toEqual(["inside.example.com", "hook.example.com"]);
});

describe("a destination that is changed", () => {
  it("keeps the settings that were not sent", async () => {
    const house = await emptyHouse();
    const { body: before } = await create(house, { settings: { url, api_key: "key-1" } });
    await change(house, before.id, { settings: { api_key: "key-2" } });
    expect(await directOf(house)).toMatchObject([{ settings: { url, api_key: "key-2" } }]);
    const moved = "https://hook.eu1.make.com/zyxwvutsrqponmlkjihgfedcbayz98";
    const { body } = await change(house, before.id, { settings: { url: moved, api_key: null } });
    expect(body.settings).toEqual({ url_hint: "https://hook.eu1.make.com/…yz98", has_api_key: false });
    expect(await directOf(house)).toMatchObject([{ settings: { url: moved, api_key: null } }]);
  });

  it("is switched off by hand and on again, and says so", async () => {
    const house = await emptyHouse();
    const { body: before } = await create(house);
    const off = await change(house, before.id, { enabled: false });
    expect(off.body).toMatchObject({ enabled: false, disabled_reason: "by_hand" });
    expect(await directOf(house)).toEqual([]);
    await deliverMessages([house.submission({ fields: { email: "ann@example.com" } })]);
    expect(await deliveriesOf(house)).toMatchObject([{ status: "held" }]);
    const on = await change(house, before.id, { enabled: true });
    expect(on.body).toMatchObject({ enabled: true, disabled_reason: null });
    expect(await directOf(house)).toHaveLength(1);
  });

  it("keeps why it was switched off until it is switched on", async () => {
    const house = await newHouse();
    const gone = "UPDATE destinations SET enabled = 0, disabled_reason = 'gone' WHERE id = ?";
    await env.DB.prepare(gone).bind(house.destinationId).run();
    const renamed = await change(house, house.destinationId, { name: "New", enabled: false });
    expect(renamed.body.disabled_reason).toBe("gone");
  });

  it("by two at once keeps one change, and one audit entry", async () => {
    const house = await emptyHouse();
    const { body, headers } = await create(house);
    const version = { "if-match": headers.get("etag") ?? "" };
    const answers = await Promise.all(["A", "B"].map((name) => change(house, body.id, { name }, version)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
    expect(await auditOf(house)).toHaveLength(2);
    expect((await change(house, body.id, { name: "C" }, {})).status).toBe(428);
  });

  it("is another tenant's to nobody else", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const path = `/api/destinations/${house.destinationId}`;
    const given = { body: { name: "Mine" }, headers: anyVersion };
    for (const as of [other.owner, other.admin]) {
      expect((await call("GET", path, { as })).status).toBe(404);
      expect((await call("PATCH", path, { as, ...given })).status).toBe(404);
      expect((await call("DELETE", path, { as })).status).toBe(404);
    }
    expect((await call("PATCH", path, { as: house.viewer, ...given })).status).toBe(403);
    expect((await call("DELETE", path, { as: house.viewer })).status).toBe(403);
  });

  it("and moved to another host takes no secret along that was given for the one before", async () => {
    const house = await emptyHouse();
    const { body: before } = await create(house, { settings: { url, api_key: "key-1" } });
    const moved = "https://hook.example.com/collect";
    expect(await change(house, before.id, { settings: { url: moved } })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "settings.api_key" }] },
    });
    expect(await directOf(house)).toMatchObject([{ settings: { url, api_key: "key-1" } }]);
    const beside = `${url.slice(0, -1)}3`;
    expect((await change(house, before.id, { settings: { url: beside } })).status).toBe(200);
    expect(await directOf(house)).toMatchObject([{ settings: { url: beside, api_key: "key-1" } }]);
    const given = { url: moved, api_key: "key-2" };
    expect((await change(house, before.id, { settings: given })).status).toBe(200);
    expect(await directOf(house)).toMatchObject([{ settings: given }]);
  });

  it("whose settings no key opens says so, and takes them anew", async () => {
    const house = await newHouse();
    const path = `/api/destinations/${house.destinationId}`;
    expect((await call("GET", path, { as: house.viewer })).body.settings).toBeNull();
    expect((await change(house, house.destinationId, { name: "Renamed" })).status).toBe(200);
    const part = await change(house, house.destinationId, { settings: { api_key: "key" } });
    expect(part).toMatchObject({ status: 422, body: { errors: [{ field: "settings.url" }] } });
    const whole = await change(house, house.destinationId, { settings: { url } });
    expect(whole.body.settings.url_hint).toBe("https://hook.eu2.make.com/…ab12");
  });
});

describe("a destination that is deleted", () => {
  it("says what waits for it, and has that cancelled when it comes due", async () => {
    const house = await emptyHouse();
    const { body: before } = await create(house);
    const people = ["ann", "bob", "cleo"].map((name) => ({ email: `${name}@example.com` }));
    const context = { ...house.submission().context, ip: null };
    await deliverMessages(people.map((fields) => house.submission({ fields, context })));
    const path = `/api/destinations/${before.id}`;
    const deleted = await call("DELETE", path, { as: house.admin });
    expect(deleted).toMatchObject({
      status: 200,
      body: {
        destination: { id: before.id, deleted_at: expect.any(Number) },
        waiting_deliveries: { count: 3, last_due_at: expect.any(Number), what_happens: expect.any(String) },
      },
    });
    expect(deleted.body.waiting_deliveries.what_happens).toContain("3 deliveries");
    const { received, fetch } = scriptedReceiver();
    await wake(await deliveriesOf(house), { fetch });
    expect(received).toEqual([]);
    expect(new Set((await deliveriesOf(house)).map(({ status }) => status))).toEqual(new Set(["cancelled"]));
    expect(await directOf(house)).toEqual([]);
    expect((await change(house, before.id, { name: "Back" })).status).toBe(409);
    const again = await call("DELETE", path, { as: house.admin });
    expect(again.body).toMatchObject({
      destination: deleted.body.destination,
      waiting_deliveries: { count: 0, what_happens: "Nothing waits for it." },
    });
    expect((await auditOf(house)).map(({ action }) => action)).toEqual([
      "destination.created",
      "destination.deleted",
    ]);
  });
});

it("while KV takes nothing a destination is stored all the same, and the sweep publishes it", async () => {
  const house = await emptyHouse();
  const body = { client_id: house.clientId, name: "Scenario", kind: "make", settings: { url } };
  const added = await apiWithout("failing").call("POST", "/api/destinations", { as: house.admin, body });
  expect(added.status).toBe(201);
  const configOf = async () =>
    (await call("GET", `/api/clients/${house.clientId}`, { as: house.viewer })).body.direct_config;
  expect(await configOf()).toMatchObject({ state: "waiting", since: expect.any(Number) });
  await env.DB.prepare("UPDATE clients SET direct_config_stale = 0 WHERE id <> ?").bind(house.clientId).run();
  await publishDirectConfigs(dependenciesOf(env));
  expect(await configOf()).toEqual({ state: "published", since: null });
  expect(await directOf(house)).toHaveLength(1);
});

it("no answer, no audit entry and no remembered request holds a destination's secrets", async () => {
  const house = await emptyHouse();
  const secrets = ["pathofthefirsthookaaaaaaaaaa", "pathofthesecondhookbbbbbbbbbb", "key-of-the-hook"];
  const [first, second, api_key] = secrets;
  const settings = { url: `https://hook.eu2.make.com/${first}?t=${api_key}`, api_key };
  const headers = { "idempotency-key": crypto.randomUUID() };
  const asked = { client_id: house.clientId, name: "Scenario", kind: "make", settings };
  const added = await call("POST", "/api/destinations", { as: house.admin, body: asked, headers });
  const path = `/api/destinations/${added.body.id}`;
  const patch = (given: unknown) => ({
    as: house.admin,
    body: { settings: given },
    headers: { ...anyVersion, "idempotency-key": crypto.randomUUID() },
  });
  const answers = [
    added,
    await call("POST", "/api/destinations", { as: house.admin, body: asked, headers }),
    await call("PATCH", path, patch({ url: `https://hook.eu2.make.com/${second}` })),
    await call("PATCH", path, patch({ url: `nohook/${second}`, api_key: `${api_key} with blank` })),
    await call("PATCH", path, patch({ url: `ftp://hook.eu2.make.com/${second}` })),
    await call("GET", path, { as: house.owner }),
    await call("GET", "/api/destinations", { as: house.owner }),
    await call("DELETE", path, { as: house.admin }),
    await call("GET", `/api/clients/${house.clientId}`, { as: house.owner }),
  ];
  const kept = await rows(
    "SELECT * FROM audit_log WHERE client_id = ?1 UNION ALL SELECT actor_id, idempotency_key, request_hash, sealed_answer, expires_at, '', '', '', '', '', '', '' FROM idempotent_requests WHERE actor_id = 'operator:' || ?2",
    house.clientId,
    house.admin,
  );
  expect(kept.length).toBeGreaterThan(4);
  const all = JSON.stringify([answers.map(({ body, headers: sent }) => [body, [...sent]]), kept]);
  for (const secret of secrets) expect(all).not.toContain(secret);
  expect(await auditOf(house)).toContainEqual({
    action: "destination.changed",
    detail_json: JSON.stringify({ settings_changed: ["url"] }),
  });
});
