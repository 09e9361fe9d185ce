import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { deadDelivery } from "../../../../test/api/dead-delivery.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { watchedD1 } from "../../../../test/watched-d1.ts";
import { newTenant } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** An agency with a client in DB and one in DB_EU; what either database is asked. Both are the same one, by two names. */
async function houseInTwoDatabases() {
  const house = await newHouse();
  const european = await newTenant();
  await env.DB.prepare("UPDATE clients SET agency_id = ?, database_binding = 'DB_EU' WHERE id = ?")
    .bind(house.agencyId, european.clientId)
    .run();
  const asked = new Map<string, string[]>();
  const named = (name: string) =>
    watchedD1(env.DB, (sql, run) => {
      asked.set(name, [...(asked.get(name) ?? []), sql]);
      return run();
    });
  const databases = new Map(["DB", "DB_EU"].map((name) => [name, named(name)]));
  const leadDatabase = (name: string) => databases.get(name) ?? env.DB;
  return { house, european, asked, api: testApi({ leadDatabase, leadDatabaseNames: ["DB", "DB_EU"] }) };
}

it("a list puts together what lies in several databases, newest first, page by page", async () => {
  const { house, european, asked, api } = await houseInTwoDatabases();
  const tenants = [house, european];
  const expected: string[] = [];
  for (let index = 0; index < 6; index += 1) {
    const tenant = tenants[index % 2] ?? house;
    const dead = await deadDelivery(tenant, 1_000_000 + index * 10_000);
    expected.unshift(dead.delivery_id);
  }
  for (const path of [
    "/api/deliveries?limit=2",
    "/api/deliveries?limit=2&status=dead",
    "/api/dead-letters?limit=2",
  ]) {
    const found: string[] = [];
    let cursor = "";
    for (let page = 0; page < 20; page += 1) {
      const { status, body } = await api.call("GET", `${path}${cursor}`, { as: house.owner });
      expect(status).toBe(200);
      found.push(
        ...body.items.map((item: { id: string; delivery_id?: string }) => item.delivery_id ?? item.id),
      );
      if (body.next_cursor === null) break;
      cursor = `&cursor=${body.next_cursor}`;
    }
    expect(found, path).toEqual(expected);
  }
  expect(asked.get("DB")?.length).toBeGreaterThan(0);
  expect(asked.get("DB_EU")?.length).toBeGreaterThan(0);
});

it("one thing is found wherever it lies, and changed there", async () => {
  const { house, european, api } = await houseInTwoDatabases();
  const { delivery_id, dead_letter_id } = await deadDelivery(european);
  const get = (path: string) => api.call("GET", path, { as: house.owner });
  expect((await get(`/api/deliveries/${delivery_id}`)).body.client_id).toBe(european.clientId);
  expect((await get(`/api/dead-letters/${dead_letter_id}`)).body.client_id).toBe(european.clientId);
  expect((await get("/api/dead-letter-groups")).body.items).toMatchObject([{ client_id: european.clientId }]);
  expect((await get("/api/statistics")).status).toBe(200);
  expect((await get("/api/queue-status")).body.destinations).toEqual([]);
});
