import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { apiWithout } from "../../../../test/api/broken-kv.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { deliverMessages } from "../../../../test/deliver-messages.ts";
import { hookUrl, sealUrl } from "../../../../test/deliver-wakeups.ts";
import { meteredD1 } from "../../../../test/metered-d1.ts";
import { rows } from "../../../../test/tenant.ts";
import { dependenciesOf } from "../../../dependencies.ts";
import { readDirectConfig } from "../../../outage/direct-config-store.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

const lists = [
  ["blocked-ips", "blocked_ips", {}],
  ["allowed-ips", "allowed_ips", { usage: "testing" }],
] as const;
const pathOf = ({ clientId }: House, list: string) => `/api/clients/${clientId}/${list}`;
const directOf = async ({ clientId }: House) =>
  readDirectConfig(env.KV, await dependenciesOf(env).sealer(), clientId);
const tomorrow = () => Date.now() + 24 * 3_600_000;

/** An entry without what it took the place of. */
const asListed = ({ replaced, ...entry }: Record<string, unknown>) => (replaced === null ? entry : undefined);

describe.each(lists)("%s", (list, table, more) => {
  const add = (house: House, body: Record<string, unknown>, as = house.admin) =>
    call("POST", pathOf(house, list), { as, body: { ...more, ...body } });

  it.each([
    ["203.0.113.7", "203.0.113.7/32"],
    ["203.0.113.7/24", "203.0.113.0/24"],
    [" 10.1.2.3/8 ", "10.0.0.0/8"],
    ["::ffff:203.0.113.7", "203.0.113.7/32"],
    ["2001:DB8::1", "2001:db8::1/128"],
    ["2001:db8:1:2::/48", "2001:db8:1::/48"],
  ])("stores %s as %s, and is ready for an outage at once", async (typed, cidr) => {
    const house = await newHouse();
    await sealUrl(house, hookUrl);
    const expires_at = tomorrow();
    const added = await add(house, { cidr: typed, expires_at });
    expect(added).toMatchObject({ status: 201, body: { client_id: house.clientId, cidr, expires_at } });
    const listed = await call("GET", pathOf(house, list), { as: house.admin });
    expect(listed.body).toEqual({ items: [asListed(added.body)], next_cursor: null });
    const direct = await directOf(house);
    expect(direct?.[list === "blocked-ips" ? "blocked" : "allowed"]).toMatchObject([{ cidr, expires_at }]);
  });

  it.each([
    ["203.0.113.0/7", "/8 to /32"],
    ["2001:db8::/50", "in steps of 4"],
    ["2001:db8::/65", "in steps of 4"],
    ["010.1.2.3", "not an IP address"],
    ["example.com", "not an IP address"],
    ["203.0.113.0/24/8", "not an IP address"],
  ])("refuses %s and says what may be listed", async (cidr, words) => {
    const house = await newHouse();
    const refused = await add(house, { cidr });
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ field: "cidr", detail: expect.stringContaining(words) }] },
    });
  });

  it("replaces what is listed already, whole", async () => {
    const house = await newHouse();
    const words = list === "blocked-ips" ? "reason" : "note";
    const first = await add(house, { cidr: "203.0.113.7", [words]: "typed by hand", expires_at: tomorrow() });
    const second = await add(house, { cidr: "203.0.113.7/32" });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(first.body).toMatchObject({ replaced: null });
    expect(second.body).toMatchObject({
      [words]: null,
      expires_at: null,
      replaced: { cidr: "203.0.113.7/32", [words]: "typed by hand", expires_at: first.body.expires_at },
    });
    expect(await rows(`SELECT cidr FROM ${table} WHERE client_id = ?`, house.clientId)).toHaveLength(1);
    const kind = table.slice(0, -1);
    const entries = await rows<{ action: string }>(
      "SELECT action, subject_id, detail_json FROM audit_log WHERE client_id = ? ORDER BY id",
      house.clientId,
    );
    expect(entries.map(({ action }) => action)).toEqual([`${kind}.added`, `${kind}.replaced`]);
    expect(JSON.stringify(entries)).not.toContain("typed by hand");
  });

  it("takes a network off, named with its slash encoded, once", async () => {
    const house = await newHouse();
    await sealUrl(house, hookUrl);
    const added = await add(house, { cidr: "2001:db8::/32" });
    const path = `${pathOf(house, list)}/${encodeURIComponent("2001:db8::/32")}`;
    expect(await call("DELETE", path, { as: house.agent })).toMatchObject({
      status: 200,
      body: asListed(added.body),
    });
    expect((await call("DELETE", path, { as: house.agent })).status).toBe(404);
    expect((await call("GET", pathOf(house, list), { as: house.admin })).body.items).toEqual([]);
    expect(await directOf(house)).toMatchObject({ blocked: [], allowed: [] });
  });

  it("are changed by those who may, of the own client, while it is there", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    await add(house, { cidr: "203.0.113.7" });
    const path = `${pathOf(house, list)}/203.0.113.7`;
    for (const as of [other.owner, other.admin, other.viewer]) {
      expect((await call("GET", pathOf(house, list), { as })).status).toBe(404);
      expect([403, 404]).toContain((await add(house, { cidr: "203.0.113.8" }, as)).status);
      expect([403, 404]).toContain((await call("DELETE", path, { as })).status);
    }
    expect((await add(house, { cidr: "203.0.113.8" }, house.viewer)).status).toBe(403);
    expect((await call("DELETE", path, { as: house.viewer })).status).toBe(403);
    expect(await rows(`SELECT cidr FROM ${table} WHERE client_id = ?`, house.clientId)).toHaveLength(1);
    await call("DELETE", `/api/clients/${house.clientId}`, { as: house.owner });
    expect((await add(house, { cidr: "203.0.113.8" })).status).toBe(409);
    expect((await call("DELETE", path, { as: house.admin })).status).toBe(409);
  });

  it.each([
    ["expires_at", { cidr: "203.0.113.7", expires_at: 1 }],
    ["expires_at", { cidr: "203.0.113.7", expires_at: "tomorrow" }],
    ["cidr", {}],
    ["colour", { cidr: "203.0.113.7", colour: "red" }],
  ])("refuse a wrong %s: %j", async (field, body) => {
    const house = await newHouse();
    expect(await add(house, body)).toMatchObject({ status: 422, body: { errors: [{ field }] } });
  });

  it("in pages hold each once, and read at most five times the page's size", async () => {
    const house = await newHouse();
    const cidrs = Array.from({ length: 25 }, (_, index) => `198.51.100.${index}/32`);
    const columns = list === "blocked-ips" ? "blocked_at" : "usage, created_at";
    const values = list === "blocked-ips" ? "1" : "'internal', 1";
    await env.DB.batch(
      cidrs.map((cidr) =>
        env.DB.prepare(`INSERT INTO ${table} (client_id, cidr, ${columns}) VALUES (?, ?, ${values})`).bind(
          house.clientId,
          cidr,
        ),
      ),
    );
    const { bill, databases } = meteredD1((sql) => sql.includes(`"${table}"`));
    const metered = testApi(databases);
    const found: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const before = bill.read;
      const at: string = cursor === "" ? "" : `&cursor=${cursor}`;
      const { body } = await metered.call("GET", `${pathOf(house, list)}?limit=10${at}`, { as: house.admin });
      found.push(...body.items.map(({ cidr }: { cidr: string }) => cidr));
      cursor = body.next_cursor;
      expect(bill.read - before).toBeLessThanOrEqual(50);
    }
    expect(bill.read).toBeGreaterThan(0);
    expect(found).toEqual(cidrs.toSorted());
    const lost = await call("GET", `${pathOf(house, list)}?cursor=abc`, { as: house.admin });
    expect(lost.status).toBe(400);
  });

  it("show a viewer the network around an address and no words, not even in the cursor", async () => {
    const house = await newHouse();
    const words = list === "blocked-ips" ? "reason" : "note";
    await add(house, { cidr: "203.0.113.77", [words]: "Ann from next door" });
    await add(house, { cidr: "203.0.113.99", [words]: "Bob from next door" });
    const { body } = await call("GET", `${pathOf(house, list)}?limit=1`, { as: house.viewer });
    expect(body.items).toMatchObject([{ cidr: "203.0.113.0/24", [words]: null }]);
    expect(
      JSON.stringify([
        body,
        atob(body.next_cursor.split(".").at(-1).replaceAll("-", "+").replaceAll("_", "/")),
      ]),
    ).not.toMatch(/113\.77|Ann/);
    const next = await call("GET", `${pathOf(house, list)}?limit=1&cursor=${body.next_cursor}`, {
      as: house.viewer,
    });
    expect(next.body).toMatchObject({ items: [{ cidr: "203.0.113.0/24" }], next_cursor: null });
  });
});

it("a submission from a network that was just blocked makes no lead, until it is taken off", async () => {
  const house = await newHouse();
  const context = { ...house.submission().context, ip: "203.0.113.7" };
  await call("POST", pathOf(house, "blocked-ips"), { as: house.admin, body: { cidr: "203.0.113.0/24" } });
  await deliverMessages([house.submission({ fields: { email: "ann@example.com" }, context })]);
  const leads = () => rows("SELECT id FROM leads WHERE client_id = ?", house.clientId);
  expect(await leads()).toEqual([]);
  await call("DELETE", `${pathOf(house, "blocked-ips")}/203.0.113.0%2F24`, { as: house.admin });
  await deliverMessages([house.submission({ fields: { email: "bob@example.com" }, context })]);
  expect(await leads()).toHaveLength(1);
});

it("while KV takes nothing a network is listed all the same, and the client waits to be published", async () => {
  const house = await newHouse();
  await sealUrl(house, hookUrl);
  const asked = { as: house.admin, body: { cidr: "203.0.113.7" } };
  expect((await apiWithout("failing").call("POST", pathOf(house, "blocked-ips"), asked)).status).toBe(201);
  const { body } = await call("GET", `/api/clients/${house.clientId}`, { as: house.viewer });
  expect(body.direct_config.state).toBe("waiting");
});

it("two who add the same network at once leave one entry", async () => {
  const house = await newHouse();
  const body = { cidr: "203.0.113.7", usage: "testing" };
  const answers = await Promise.all(
    ["a", "b", "c"].map((note) =>
      call("POST", pathOf(house, "allowed-ips"), { as: house.admin, body: { ...body, note } }),
    ),
  );
  for (const { status } of answers) expect([200, 201]).toContain(status);
  expect(await rows("SELECT cidr FROM allowed_ips WHERE client_id = ?", house.clientId)).toHaveLength(1);
});
