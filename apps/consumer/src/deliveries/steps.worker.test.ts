import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { attemptsOf, deliveriesOf, lettersOf, wake } from "../../test/deliver-wakeups.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** A lead that is due at a destination of this kind. */
async function dueAt(kind: string, settings: object) {
  const tenant = await newTenant({ destination: { kind } });
  await enter(tenant, settings);
  await deliverMessages([tenant.submission({ fields: { name: "Asha Rao", email: "asha@example.com" } })]);
  const keys = await rows(
    "SELECT lead_id, event_id, destination_id FROM deliveries WHERE client_id = ?",
    tenant.clientId,
  );
  return { tenant, keys };
}

/** What its owner types for the destination. */
async function enter({ destinationId }: Tenant, settings: object) {
  const sealer = await testDependencies().sealer();
  const sealed = await sealer.seal(JSON.stringify(settings), sealedSettingsAt(destinationId));
  await env.DB.prepare("UPDATE destinations SET sealed_settings = ? WHERE id = ?")
    .bind(sealed, destinationId)
    .run();
}
const kept = (tenant: Tenant) =>
  rows<{ kept_json: string | null; receiver_id: string | null }>(
    "SELECT kept_json, receiver_id FROM deliveries WHERE client_id = ?",
    tenant.clientId,
  );
const json = (body: unknown, status = 200) => Response.json(body, { status });

/** A Pipedrive that knows nobody; its `step` answers so the first time. */
function pipedrive(step: string, first: () => Promise<Response>) {
  const asked: string[] = [];
  let isFirst = true;
  const fetch = (async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const { pathname } = new URL(new Request(input).url);
    const name = `${init.method} ${pathname.split("/").at(-1)}`;
    asked.push(name);
    if (name === step && isFirst) {
      isFirst = false;
      return first();
    }
    if (name === "GET search") return json({ success: true, data: { items: [] } });
    if (name === "GET leads") return json({ success: true, data: [] });
    const ids: Record<string, unknown> = { "POST persons": 1092, "POST leads": "adf21080", "POST notes": 7 };
    return json({ success: true, data: { id: ids[name] } }, 201);
  }) as typeof globalThis.fetch;
  return { asked, fetch };
}
const settings = {
  address: "https://lakeside.pipedrive.com",
  api_token: "3a5f1c7e9b2d4f6a8c0e1d3b5a7f9c2e4d6b8a0f",
};

describe("a try of several steps", () => {
  it("that times out between two of them is tried again, and makes the person once", async () => {
    const { tenant, keys } = await dueAt("pipedrive", settings);
    const crm = pipedrive("POST leads", () => new Promise<never>(() => {}));
    const config = { ...testDependencies().config, deliveryTimeoutMs: 300 };
    await wake(keys, { fetch: crm.fetch, config });
    expect(await kept(tenant)).toMatchObject([
      { kept_json: expect.stringContaining("1092") as string, receiver_id: null },
    ]);
    expect(await deliveriesOf(tenant)).toMatchObject([{ status: "pending", attempts: 1 }]);
    await wake(keys, { fetch: crm.fetch, config, now: () => testNow + 60_000 });
    expect(crm.asked.filter((one) => one === "POST persons")).toHaveLength(1);
    expect(await deliveriesOf(tenant)).toMatchObject([{ status: "delivered", attempts: 2 }]);
    expect(await kept(tenant)).toMatchObject([{ receiver_id: "adf21080" }]);
  });

  it("begins anew where its destination has another account's settings since", async () => {
    const { tenant, keys } = await dueAt("pipedrive", settings);
    const crm = pipedrive("POST leads", async () => json({ success: false }, 503));
    await wake(keys, { fetch: crm.fetch });
    await enter(tenant, { ...settings, api_token: "0f9e8d7c6b5a4938271605f4e3d2c1b0a9f8e7d6" });
    await wake(keys, { fetch: crm.fetch, now: () => testNow + 60_000 });
    expect(crm.asked.filter((one) => one === "POST persons")).toHaveLength(2);
    expect(await deliveriesOf(tenant)).toMatchObject([{ status: "delivered", attempts: 2 }]);
  });

  it("that is refused behind its first step makes that no more when it is sent again", async () => {
    const { tenant, keys } = await dueAt("pipedrive", settings);
    const crm = pipedrive("POST leads", async () => json({ success: false, error: "no such label" }, 400));
    await wake(keys, { fetch: crm.fetch });
    expect(await lettersOf(tenant)).toHaveLength(1);
    expect(await kept(tenant)).toMatchObject([{ kept_json: expect.stringContaining("1092") as string }]);
  });
});

describe("a receiver that takes nothing for a while", () => {
  it("spends no attempt, and is down at once", async () => {
    const { tenant, keys } = await dueAt("resend", {
      api_key: "re_0123456789abcdef",
      from: "leads@example.com",
      to: ["sales@example.com"],
    });
    const spent = async () =>
      json({ name: "daily_quota_exceeded", message: "You have reached your daily quota" }, 429);
    await wake(keys, { fetch: spent });
    expect(await attemptsOf(tenant)).toEqual(["1 retry"]);
    expect(
      await rows("SELECT told_outcome FROM delivery_attempts WHERE client_id = ?", tenant.clientId),
    ).toEqual([{ told_outcome: "hold" }]);
    expect(await deliveriesOf(tenant)).toMatchObject([
      { status: "pending", next_attempt_at: testNow + 15 * 60_000 },
    ]);
    expect(
      await rows("SELECT state FROM destination_health WHERE destination_id = ?", tenant.destinationId),
    ).toEqual([{ state: "down" }]);
    const [before] = await rows<{ left: number }>(
      "SELECT max_attempts - attempts AS left FROM deliveries WHERE client_id = ?",
      tenant.clientId,
    );
    expect(before?.left).toBe(testDependencies().config.retrySchedule.length + 1);
  });
});
