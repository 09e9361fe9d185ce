import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { apiWithout } from "../../../../test/api/broken-kv.ts";
import { anyVersion, createDestination, emptyHouse, makeUrl } from "../../../../test/api/destinations.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { deliverMessages } from "../../../../test/deliver-messages.ts";
import { deliveriesOf, scriptedReceiver, wake } from "../../../../test/deliver-wakeups.ts";
import { rows } from "../../../../test/tenant.ts";
import { dependenciesOf } from "../../../dependencies.ts";
import { readDirectConfig } from "../../../outage/direct-config-store.ts";
import { publishDirectConfigs } from "../../../sweeps/publish/publish-direct-configs.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

const directOf = async ({ clientId }: House) =>
  (await readDirectConfig(env.KV, await dependenciesOf(env).sealer(), clientId))?.destinations;
const auditOf = ({ clientId }: House) =>
  rows("SELECT action, detail_json FROM audit_log WHERE client_id = ? ORDER BY id", clientId);

describe("a destination that is added", () => {
  it("is shown without its secrets, and at once ready for an outage", async () => {
    const house = await emptyHouse();
    const added = await createDestination(house, {
      settings: { url: makeUrl, api_key: "key-1" },
      retry_schedule: "1s, 5m",
    });
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
    expect(await directOf(house)).toMatchObject([
      { id: added.body.id, settings: { url: makeUrl, api_key: "key-1" } },
    ]);
    const client = await call("GET", `/api/clients/${house.clientId}`, { as: house.viewer });
    expect(client.body.direct_config).toEqual({ state: "published", since: null });
  });

  it("gets the leads that come from then on", async () => {
    const house = await emptyHouse();
    await createDestination(house);
    await deliverMessages([house.submission({ fields: { email: "ann@example.com" } })]);
    const { received, fetch } = scriptedReceiver();
    await wake(await deliveriesOf(house), { fetch });
    expect(received).toMatchObject([{ url: makeUrl }]);
  });

  it("belongs to a client of the caller, who may write", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    expect((await createDestination(other, {}, house.owner)).status).toBe(404);
    expect((await createDestination(house, {}, house.viewer)).status).toBe(403);
    expect((await createDestination(house, {}, house.agent)).status).toBe(201);
    await call("DELETE", `/api/clients/${house.clientId}`, { as: house.owner });
    expect((await createDestination(house, {}, house.owner)).status).toBe(409);
  });

  it.each([
    ["kind", { kind: "fax" }],
    ["settings.url", { settings: {} }],
    ["settings.url", { settings: { url: "hook" } }],
    ["settings.api_key", { settings: { url: makeUrl, api_key: "two words" } }],
    ["settings.colour", { settings: { url: makeUrl, colour: "red" } }],
    ["settings.toString", { settings: { url: makeUrl, toString: "red" } }],
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
    expect(await createDestination(house, body)).toMatchObject({
      status: 422,
      body: { errors: [{ field }] },
    });
  });
});

it("while KV takes nothing a destination is stored all the same, and the sweep publishes it", async () => {
  const house = await emptyHouse();
  const body = { client_id: house.clientId, name: "Scenario", kind: "make", settings: { url: makeUrl } };
  const added = await apiWithout("failing").call("POST", "/api/destinations", { as: house.admin, body });
  expect(added.status).toBe(201);
  const configOf = async () =>
    (await call("GET", `/api/clients/${house.clientId}`, { as: house.viewer })).body.direct_config;
  expect(await configOf()).toMatchObject({ state: "waiting", since: expect.any(Number) });
  await env.DB.prepare("UPDATE clients SET direct_config_stale = 0, direct_config_format = 2 WHERE id <> ?")
    .bind(house.clientId)
    .run();
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
    "SELECT * FROM audit_log WHERE client_id = ?1 UNION ALL SELECT actor_id, idempotency_key, request_hash, sealed_answer, expires_at, '', '', '', '', '', '', '', 0 FROM idempotent_requests WHERE actor_id = 'operator:' || ?2",
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
