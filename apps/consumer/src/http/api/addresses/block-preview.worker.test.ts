import { recentAddresses } from "@leadrelay/db/submissions/recent-addresses";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newKey } from "../../../../test/api/keys.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { deliverMessages, testNow } from "../../../../test/deliver-messages.ts";
import { scannedTables } from "../../../../test/query-plans.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi({ now: () => testNow + 1_000 });

const post = (house: House, email: string, ip: string | null) =>
  house.submission({ fields: { email }, context: { ...house.submission().context, ip } });

const preview = (house: House, cidr: string, as = house.admin) =>
  call("GET", `/api/clients/${house.clientId}/blocked-ip-preview?cidr=${encodeURIComponent(cidr)}`, { as });

describe("who a block would keep out", () => {
  it("is counted by leads, of the client's own and of nobody else's", async () => {
    const [house, other] = [await newHouse(), await newHouse()];
    for (const [email, ip] of [
      ["a@example.com", "203.0.113.7"],
      ["b@example.com", "203.0.113.9"],
      ["c@example.com", "198.51.100.1"],
      ["d@example.com", null],
    ] as const)
      await deliverMessages([post(house, email, ip)]);
    await deliverMessages([post(other, "e@example.com", "203.0.113.7")]);
    expect(await preview(house, "203.0.113.9/24")).toMatchObject({
      status: 200,
      body: { cidr: "203.0.113.0/24", leads: 2, submissions: 2, looked_at: 4, is_more: false },
    });
    expect((await preview(house, "203.0.113.7")).body.leads).toBe(1);
    expect((await preview(house, "192.0.2.0/24")).body.leads).toBe(0);
    expect((await preview(house, "203.0.113.7", other.admin)).status).toBe(404);
    expect(await rows("SELECT cidr FROM blocked_ips WHERE client_id = ?", house.clientId)).toEqual([]);
  });

  it("leaves out what came more than 30 days ago", async () => {
    const house = await newHouse();
    await deliverMessages([post(house, "a@example.com", "203.0.113.7")]);
    const later = testApi({ now: () => testNow + 31 * 86_400_000 });
    const path = `/api/clients/${house.clientId}/blocked-ip-preview?cidr=203.0.113.7`;
    expect((await later.call("GET", path, { as: house.admin })).body.leads).toBe(0);
  });

  it("is told to nobody who sees contacts masked, and of what is a network", async () => {
    const house = await newHouse();
    expect((await preview(house, "203.0.113.7", house.viewer)).status).toBe(403);
    const key = await newKey(house, ["leads:read", "config:write"]);
    const path = `/api/clients/${house.clientId}/blocked-ip-preview?cidr=203.0.113.7`;
    expect((await call("GET", path, { key })).status).toBe(403);
    expect(await preview(house, "home")).toMatchObject({ status: 400, body: { errors: expect.any(Array) } });
  });
});

it("scans no table", async () => {
  const scope = {
    kind: "operator",
    clients: [{ id: "c", database: "DB", masked: false }],
    agencyIds: [],
    isInstallation: false,
  } as const;
  const { query } = recentAddresses(scope, "c", { since: 1, limit: 10 });
  expect(await scannedTables(query.sql)).toEqual([]);
});
