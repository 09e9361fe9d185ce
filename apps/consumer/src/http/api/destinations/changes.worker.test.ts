import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { anyVersion, createDestination, emptyHouse, makeUrl } from "../../../../test/api/destinations.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { deliverMessages } from "../../../../test/deliver-messages.ts";
import { deliveriesOf, scriptedReceiver, wake } from "../../../../test/deliver-wakeups.ts";
import { rows } from "../../../../test/tenant.ts";
import { dependenciesOf } from "../../../dependencies.ts";
import { readDirectConfig } from "../../../outage/direct-config-store.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

const change = (
  house: House,
  id: string,
  body: Record<string, unknown>,
  headers: Record<string, string> = anyVersion,
) => call("PATCH", `/api/destinations/${id}`, { as: house.admin, body, headers });

const directOf = async ({ clientId }: House) =>
  (await readDirectConfig(env.KV, await dependenciesOf(env).sealer(), clientId))?.destinations;
const auditOf = ({ clientId }: House) =>
  rows("SELECT action, detail_json FROM audit_log WHERE client_id = ? ORDER BY id", clientId);

describe("a destination that is changed", () => {
  it("keeps the settings that were not sent", async () => {
    const house = await emptyHouse();
    const { body: before } = await createDestination(house, { settings: { url: makeUrl, api_key: "key-1" } });
    await change(house, before.id, { settings: { api_key: "key-2" } });
    expect(await directOf(house)).toMatchObject([{ settings: { url: makeUrl, api_key: "key-2" } }]);
    const moved = "https://hook.eu1.make.com/zyxwvutsrqponmlkjihgfedcbayz98";
    const { body } = await change(house, before.id, { settings: { url: moved, api_key: null } });
    expect(body.settings).toEqual({
      url_hint: "https://hook.eu1.make.com/…yz98",
      has_api_key: false,
      send_attribution: false,
    });
    expect(await directOf(house)).toMatchObject([{ settings: { url: moved, api_key: null } }]);
  });

  it("keeps a switch among its settings, on another host too: it is no secret", async () => {
    const house = await emptyHouse();
    const { body: before } = await createDestination(house, { settings: { url: makeUrl } });
    const on = await change(house, before.id, { settings: { send_attribution: true } });
    expect(on.body.settings).toMatchObject({ send_attribution: true });
    const moved = "https://hook.eu1.make.com/zyxwvutsrqponmlkjihgfedcbayz98";
    const { status, body } = await change(house, before.id, { settings: { url: moved } });
    expect([status, body.settings]).toEqual([200, expect.objectContaining({ send_attribution: true })]);
    expect(await directOf(house)).toMatchObject([{ settings: { url: moved, send_attribution: true } }]);
    const wrong = await change(house, before.id, { settings: { send_attribution: "yes" } });
    expect([wrong.status, wrong.body.detail]).toEqual([
      422,
      "settings.send_attribution should be true or false.",
    ]);
  });

  it("is switched off by hand and on again, and says so", async () => {
    const house = await emptyHouse();
    const { body: before } = await createDestination(house);
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
    const { body, headers } = await createDestination(house);
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
    const { body: before } = await createDestination(house, { settings: { url: makeUrl, api_key: "key-1" } });
    const moved = "https://hook.example.com/collect";
    expect(await change(house, before.id, { settings: { url: moved } })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "settings.api_key" }] },
    });
    expect(await directOf(house)).toMatchObject([{ settings: { url: makeUrl, api_key: "key-1" } }]);
    const beside = `${makeUrl.slice(0, -1)}3`;
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
    const whole = await change(house, house.destinationId, { settings: { url: makeUrl } });
    expect(whole.body.settings.url_hint).toBe("https://hook.eu2.make.com/…ab12");
  });
});

describe("a destination that is deleted", () => {
  it("says what waits for it, and has that cancelled when it comes due", async () => {
    const house = await emptyHouse();
    const { body: before } = await createDestination(house);
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
