import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { meteredD1 } from "../../../../test/metered-d1.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const tables = ["forms", "destinations"] as const;
type Table = (typeof tables)[number];

/** Counts what the list itself reads, not who asks. */
function meteredApi(table: Table) {
  const { bill, databases } = meteredD1((sql) => sql.includes(`FROM "${table}"`));
  return { bill, ...testApi(databases) };
}

/** A house with clients that own so many rows; every third of them is deleted. Returns ids in the list's order. */
async function fill(house: House, table: Table, counts: readonly number[]) {
  await env.DB.prepare(`DELETE FROM ${table} WHERE client_id = ?`).bind(house.clientId).run();
  const statements: D1PreparedStatement[] = [];
  const all: { id: string; deleted: boolean }[] = [];
  for (const [number, count] of counts.entries()) {
    const clientId = `${house.clientId}_${String(number).padStart(4, "0")}`;
    statements.push(
      env.DB.prepare("INSERT INTO clients (id, agency_id, name, created_at) VALUES (?, ?, 'C', 0)").bind(
        clientId,
        house.agencyId,
      ),
    );
    const own = Array.from({ length: count }, (_, index) => ({
      id: `x_${crypto.randomUUID().slice(0, 8)}_${String(index).padStart(4, "0")}`,
      deleted: index % 3 === 1,
    }));
    const [column, value] =
      table === "forms" ? ["form_key", "?1"] : ["kind, sealed_settings", "'make', 'sealed'"];
    for (const { id, deleted } of own)
      statements.push(
        env.DB.prepare(
          `INSERT INTO ${table} (id, client_id, name, ${column}, created_at, updated_at, deleted_at) VALUES (?1, ?2, 'X', ${value}, 0, 0, ?3)`,
        ).bind(id, clientId, deleted ? 1 : null),
      );
    all.unshift(...own.toSorted((a, b) => (a.id < b.id ? 1 : -1)));
  }
  await env.DB.batch(statements);
  return all;
}

async function walk(table: Table, as: string, query: string, limit: number) {
  const { bill, call } = meteredApi(table);
  const ids: string[] = [];
  let cursor: string | null = "";
  let most = 0;
  let pages = 0;
  while (cursor !== null && pages < 500) {
    const before = bill.read;
    const at: string = cursor === "" ? "" : `&cursor=${cursor}`;
    const { body } = await call("GET", `/api/${table}?limit=${limit}${query}${at}`, { as });
    ids.push(...body.items.map(({ id }: { id: string }) => id));
    most = Math.max(most, bill.read - before);
    cursor = body.next_cursor;
    pages += 1;
  }
  return { ids, most, pages };
}

describe.each(tables)("the list of %s", (table) => {
  it.each([
    [1, [2, 0, 0, 4, 0]],
    [7, [12, 0, 0, 0, 0, 0, 0, 0, 0, 4, 1, 0, 60, 0, 0]],
    [50, [40, 0, 0, 0, 0, 7, 1, 0, 130, 0, 0]],
  ])(
    "in pages of %i holds each once in order, and reads at most five times its size",
    async (limit, counts) => {
      const house = await newHouse();
      const all = await fill(house, table, counts);
      const live = all.filter(({ deleted }) => !deleted).map(({ id }) => id);
      const { ids, most } = await walk(table, house.owner, "", limit);
      expect(ids).toEqual(live);
      expect(most).toBeGreaterThan(0);
      expect(most).toBeLessThanOrEqual(5 * limit);
      expect((await walk(table, house.owner, "&deleted=true", limit)).ids).toEqual(all.map(({ id }) => id));
    },
  );

  it("over five hundred clients that have none reads no more", async () => {
    const house = await newHouse();
    const [only] = await fill(house, table, [1, ...Array.from({ length: 500 }, () => 0)]);
    const { ids, most, pages } = await walk(table, house.owner, "", 50);
    expect(ids).toEqual([only?.id]);
    expect(most).toBeLessThanOrEqual(250);
    expect(pages).toBeLessThan(15);
  });

  it("of one client is that client's, and another tenant's is not found", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const { call } = testApi();
    const own = await call("GET", `/api/${table}?client_id=${house.clientId}`, { as: house.viewer });
    expect(own.body.items).toHaveLength(1);
    const others = await call("GET", `/api/${table}?client_id=${other.clientId}`, { as: house.owner });
    expect(others.status).toBe(404);
    expect((await call("GET", `/api/${table}`)).status).toBe(401);
  });

  it("lets no made-up cursor look into another tenant", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const cursor = btoa(JSON.stringify([other.clientId, "zzz"]))
      .replaceAll("+", "-")
      .replaceAll("/", "_")
      .replace(/=+$/, "");
    const { body } = await testApi().call("GET", `/api/${table}?cursor=${cursor}`, { as: house.owner });
    expect(JSON.stringify(body)).not.toContain(other.clientId);
  });
});
