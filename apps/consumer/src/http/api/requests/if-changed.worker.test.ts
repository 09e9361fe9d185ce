import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { manyDeliveries } from "../../../../test/api/many-deliveries.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { meteredD1 } from "../../../../test/metered-d1.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const path = "/api/deliveries?limit=25";

const readings = (clientId: string) =>
  rows("SELECT action FROM audit_log WHERE client_id = ? AND is_read = 1", clientId);

describe("what was read is asked for anew", () => {
  it("and answered 304 without a word while nothing changed, which the audit log need not hear of again", async () => {
    const house = await newHouse();
    await manyDeliveries(house, 30);
    const first = await call("GET", path, { as: house.owner });
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\/"[\da-f]{32}"$/);
    const told = await readings(house.clientId);
    const again = await call("GET", path, { as: house.owner, headers: { "if-none-match": tag } });
    expect([again.status, again.body, again.headers.get("etag")]).toEqual([304, undefined, tag]);
    expect(again.headers.get("cache-control")).toBe("no-store");
    expect(await readings(house.clientId)).toEqual(told);
  });

  it("and told when something changed, or when it is not what this asker was shown", async () => {
    const house = await newHouse();
    await manyDeliveries(house, 30);
    const first = await call("GET", path, { as: house.owner });
    const headers = { "if-none-match": first.headers.get("etag") ?? "" };
    expect((await call("GET", path, { as: house.viewer, headers })).status).toBe(200);
    const told = await readings(house.clientId);
    await env.DB.prepare("UPDATE deliveries SET last_error = 'changed' WHERE client_id = ?")
      .bind(house.clientId)
      .run();
    const then = await call("GET", path, { as: house.owner, headers });
    expect(then.status).toBe(200);
    expect(then.headers.get("etag")).not.toBe(first.headers.get("etag"));
    expect((await readings(house.clientId)).length).toBe(told.length + 1);
  });

  it("and told nobody else: who has the tag and not the right is refused as ever", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    await manyDeliveries(house, 30);
    const first = await call("GET", path, { as: house.agent });
    const headers = { "if-none-match": first.headers.get("etag") ?? "" };
    const asked = async (as?: string) => (await call("GET", path, { ...(as && { as }), headers })).status;
    expect(await Promise.all([asked(), asked(other.owner), asked(house.agent)])).toEqual([401, 200, 304]);
    await env.DB.prepare("DELETE FROM memberships WHERE operator_id = ?").bind(house.agent).run();
    expect(await asked(house.agent)).toBe(403);
  });

  it("but what has a version is known by that", async () => {
    const house = await newHouse();
    const { headers, status } = await call("GET", `/api/clients/${house.clientId}`, { as: house.owner });
    expect([status, headers.get("etag")]).toEqual([200, expect.stringMatching(/^"\d+"$/)]);
  });
});

it.each([
  ["/api/deliveries?limit=20", 60],
  ["/api/leads?limit=20", 115],
  ["/api/unsent?limit=20", 60],
  ["/api/dead-letter-groups?limit=20", 60],
])("one look at the beginning of %s reads at most %i rows, however long it is", async (asked, most) => {
  const house = await newHouse();
  await manyDeliveries(house, 2_000);
  const { bill, databases } = meteredD1();
  await testApi(databases).call("GET", asked, { as: house.owner });
  expect(bill.read).toBeLessThanOrEqual(most);
});
