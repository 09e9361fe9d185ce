import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newKey } from "../../../../test/api/keys.ts";
import { newHouse, newOperator } from "../../../../test/api/people.ts";
import { meteredD1 } from "../../../../test/metered-d1.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

describe("the list", () => {
  const list = async (as: string, query = "") => {
    const { status, body } = await call("GET", `/api/access-keys${query}`, { as });
    return status === 200 ? (body.items as { id: string }[]).map(({ id }) => id) : status;
  };

  it("shows an owner the agency's keys and those of its clients, an admin the client's, newest first", async () => {
    const house = await newHouse();
    const first = await newKey(house, ["config:read"], { created_at: 1 });
    const whole = await newKey(house, ["config:read"], { created_at: 2, client_id: null });
    const last = await newKey(house, ["config:read"], { created_at: 3, revoked_at: 4 });
    expect(await list(house.owner)).toEqual([last.id, whole.id, first.id]);
    expect(await list(house.admin)).toEqual([last.id, first.id]);
    expect(await list(house.owner, `?client_id=${house.clientId}`)).toEqual([last.id, first.id]);
    expect(await list(house.viewer)).toBe(403);
    const other = await newHouse();
    expect(await list(other.owner)).toEqual([]);
    expect(await list(other.owner, `?client_id=${house.clientId}`)).toBe(404);
  });

  it("shows somebody who owns one agency and administers a client of another all of it, once", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const both = await newOperator(house.agencyId, "agency_owner");
    await env.DB.prepare(
      "INSERT INTO memberships (operator_id, agency_id, client_id, role, created_at) VALUES (?, ?, ?, 'client_admin', 0)",
    )
      .bind(both, other.agencyId, other.clientId)
      .run();
    const own = await newKey(house, ["config:read"], { created_at: 1 });
    const others = await newKey(other, ["config:read"], { created_at: 2 });
    await newKey(other, ["config:read"], { created_at: 3, client_id: null });
    expect(await list(both)).toEqual([others.id, own.id]);
  });

  it("goes on page by page, reading five times a page at most, however many keys there are", async () => {
    const house = await newHouse();
    await env.DB.prepare(
      `INSERT INTO access_keys (id, agency_id, client_id, name, permissions_json, sealed_secret, created_by, created_at, updated_at)
       SELECT ?1 || value, ?1, ?2, 'K', '[]', '', 'o', value / 7, 0 FROM json_each(?3)`,
    )
      .bind(house.agencyId, house.clientId, JSON.stringify(Array.from({ length: 1000 }, (_, index) => index)))
      .run();
    const { bill, databases } = meteredD1();
    const metered = testApi(databases);
    for (const [as, limit] of [
      [house.owner, 100],
      [house.admin, 10],
    ] as const) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const before = bill.read;
        const query: string = cursor === null ? "" : `&cursor=${cursor}`;
        const { body } = await metered.call("GET", `/api/access-keys?limit=${limit}${query}`, { as });
        // The operator's memberships are read as well.
        expect(bill.read - before).toBeLessThanOrEqual(5 * limit + 10);
        seen.push(...body.items.map(({ id }: { id: string }) => id));
        cursor = body.next_cursor;
      } while (cursor !== null && seen.length < 2000);
      expect(seen).toHaveLength(1000);
      expect(new Set(seen).size).toBe(1000);
    }
  });
});
