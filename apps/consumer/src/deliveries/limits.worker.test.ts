import type { DestinationLimits } from "@leadrelay/contracts/destination-limits";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import {
  deliveriesOf,
  hookUrl,
  runOf,
  scriptedReceiver,
  sealUrl,
  tenantWithDeliveries,
  wake,
} from "../../test/deliver-wakeups.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";
import type { Dependencies } from "../dependencies.ts";
import { sweepDeliveries } from "../sweeps/deliveries/sweep-deliveries.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** `testNow` is a Tuesday, 22:23 UTC. */
const hourMs = 3_600_000;
const limited = (given: Partial<DestinationLimits>): string =>
  JSON.stringify({
    time_zone: "UTC",
    week_starts: "monday",
    caps: [],
    hours: null,
    holidays: [],
    ...given,
  } satisfies DestinationLimits);
const hourly = (leads: number, source: string | null = null) =>
  limited({ caps: [{ per: "hour", leads, source }] });
const office = limited({ hours: { wednesday: ["09:00-18:00"] } });

const limit = (tenant: Tenant, limits_json: string | null) =>
  env.DB.prepare("UPDATE destinations SET limits_json = ? WHERE id = ?")
    .bind(limits_json, tenant.destinationId)
    .run();
const statuses = async (tenant: Tenant) =>
  (await deliveriesOf(tenant)).map(({ status, attempts }) => `${status} ${attempts}`);
const counts = (tenant: Tenant) =>
  rows<{ subject: string; count: number }>(
    "SELECT subject, count FROM tallies WHERE client_id = ? AND count > 0 ORDER BY subject",
    tenant.clientId,
  ).then((found) =>
    found.map(({ subject, count }) => `${subject.replace(tenant.destinationId, "it")} ${count}`),
  );

/** More leads of a tenant that has some. */
const post = (tenant: Tenant, names: readonly string[], given: Partial<Dependencies> = {}, source?: string) =>
  deliverMessages(
    names.map((name) =>
      tenant.submission({
        fields: { email: `${name}@example.com`, ...(source !== undefined && { source }) },
        context: { ...tenant.submission().context, ip: null },
      }),
    ),
    testDependencies(given),
  );

/** Sweeps, and works through what is due then. */
async function openAt(tenant: Tenant, ms: number, given: Partial<Dependencies>) {
  const at = { now: () => testNow + ms, ...given };
  await sweepDeliveries(testDependencies(at));
  await runOf(tenant.destinationId, at);
}

describe("a destination with a cap", () => {
  it("takes as many, and what was pending when it became full is held without a try", async () => {
    const { tenant, keys } = await tenantWithDeliveries(5);
    await limit(tenant, hourly(2));
    const receiver = scriptedReceiver();
    await wake(keys, receiver);
    expect(receiver.received).toHaveLength(2);
    await runOf(tenant.destinationId, receiver);
    expect(receiver.received).toHaveLength(2);
    expect(await statuses(tenant)).toEqual(["delivered 1", "delivered 1", "held 0", "held 0", "held 0"]);
    expect(await counts(tenant)).toEqual(["cap:it 2", "held:it 3"]);
  });

  it("gets what is held oldest first once its hour is over, and no more than it takes", async () => {
    const { tenant, keys } = await tenantWithDeliveries(5);
    await limit(tenant, hourly(2));
    const receiver = scriptedReceiver();
    await wake(keys, receiver);
    await runOf(tenant.destinationId, receiver);
    await openAt(tenant, 60_000, receiver);
    expect(receiver.received).toHaveLength(2);
    await openAt(tenant, hourMs, receiver);
    expect(await statuses(tenant)).toEqual([
      "delivered 1",
      "delivered 1",
      "delivered 1",
      "delivered 1",
      "held 0",
    ]);
    await openAt(tenant, 2 * hourMs, receiver);
    await sweepDeliveries(testDependencies({ now: () => testNow + 2 * hourMs + 60_000 }));
    expect((await statuses(tenant)).at(-1)).toBe("delivered 1");
    expect((await counts(tenant)).filter((count) => count.startsWith("held"))).toEqual([]);
    const inOrder = (await deliveriesOf(tenant)).map(({ public_id }) => public_id);
    const sent = receiver.received.map(({ make_send_public_id }) => make_send_public_id);
    expect([sent.slice(2, 4).toSorted(), sent.slice(4)]).toEqual([
      inOrder.slice(2, 4).toSorted(),
      inOrder.slice(4),
    ]);
  });

  it("has new leads wait behind those that are held, and says so in their story", async () => {
    const { tenant, keys } = await tenantWithDeliveries(3);
    await limit(tenant, hourly(2));
    const receiver = scriptedReceiver();
    await wake(keys, receiver);
    await runOf(tenant.destinationId, receiver);
    const next = { now: () => testNow + hourMs };
    await post(tenant, ["late"], next);
    const [decision] = await rows<{ decision_json: string }>(
      "SELECT decision_json FROM lead_submissions WHERE client_id = ? ORDER BY id DESC LIMIT 1",
      tenant.clientId,
    );
    expect(decision?.decision_json).toContain("gets what was held before it first");
    await openAt(tenant, hourMs, receiver);
    expect(await statuses(tenant)).toEqual(["delivered 1", "delivered 1", "delivered 1", "delivered 1"]);
  });

  it("counts what arrived once, however often that is settled, and no test", async () => {
    const { tenant, keys } = await tenantWithDeliveries(1, {
      destination: { takes_test: 1 },
      testStrings: ["trying@"],
    });
    await limit(tenant, hourly(9));
    await wake([...keys, ...keys], scriptedReceiver());
    await wake(keys, scriptedReceiver());
    expect(await counts(tenant)).toEqual(["cap:it 1"]);
    await post(tenant, ["trying"]);
    await runOf(tenant.destinationId, scriptedReceiver());
    expect(await statuses(tenant)).toEqual(["delivered 1", "delivered 1"]);
    expect(await counts(tenant)).toEqual(["cap:it 1"]);
  });

  it("does not count what it refused", async () => {
    const { tenant, keys } = await tenantWithDeliveries(1);
    await limit(tenant, hourly(1));
    await wake(keys, scriptedReceiver(new Response("", { status: 422 })));
    expect(await counts(tenant)).toEqual([]);
  });

  it("of a source holds leads of that source alone, and releases them when it may", async () => {
    const { tenant } = await tenantWithDeliveries(0);
    await limit(tenant, hourly(1, "Facebook"));
    const receiver = scriptedReceiver();
    await post(tenant, ["a", "b"], {}, "facebook");
    await post(tenant, ["c"], {}, "google");
    await runOf(tenant.destinationId, receiver);
    expect(await statuses(tenant)).toEqual(["delivered 1", "held 0", "delivered 1"]);
    expect(await counts(tenant)).toEqual(["cap:it:facebook 1", "held:it:facebook 1"]);
    await openAt(tenant, 60_000, receiver);
    expect(receiver.received).toHaveLength(2);
    await openAt(tenant, hourMs, receiver);
    expect(await statuses(tenant)).toEqual(["delivered 1", "delivered 1", "delivered 1"]);
  });

  it.each<[what: string, limits: string | null]>([
    ["raised", hourly(9)],
    ["taken away", null],
  ])("that is %s sends what is held within a minute", async (_what, limits) => {
    const { tenant, keys } = await tenantWithDeliveries(4);
    await limit(tenant, hourly(1));
    const receiver = scriptedReceiver();
    await wake(keys, receiver);
    await runOf(tenant.destinationId, receiver);
    expect(receiver.received).toHaveLength(1);
    await limit(tenant, limits);
    await openAt(tenant, 60_000, receiver);
    expect(receiver.received).toHaveLength(4);
  });

  it("is exceeded by no more than what was under way, by two consumers at once", async () => {
    const { tenant, keys } = await tenantWithDeliveries(20);
    await limit(tenant, hourly(5));
    const receiver = scriptedReceiver();
    await Promise.all([wake(keys.slice(0, 10), receiver), wake(keys.slice(10), receiver)]);
    // Each took what room it saw.
    expect(receiver.received.length).toBeGreaterThanOrEqual(5);
    expect(receiver.received.length).toBeLessThanOrEqual(10);
    await runOf(tenant.destinationId, receiver);
    const after = await statuses(tenant);
    expect(after.filter((status) => status === "held 0")).toHaveLength(20 - receiver.received.length);
  });
});

describe("a destination out of its hours", () => {
  it("holds what comes, sends nothing, and gets all of it when it opens", async () => {
    const tenant = await newTenant({ destination: { limits_json: office } });
    await sealUrl(tenant, hookUrl);
    const receiver = scriptedReceiver();
    await post(tenant, ["a", "b", "c"]);
    expect(await statuses(tenant)).toEqual(["held 0", "held 0", "held 0"]);
    await openAt(tenant, hourMs, receiver);
    expect(receiver.received).toHaveLength(0);
    await openAt(tenant, 11 * hourMs, receiver);
    expect(await statuses(tenant)).toEqual(["delivered 1", "delivered 1", "delivered 1"]);
  });

  it("that is switched off meanwhile holds on", async () => {
    const tenant = await newTenant({ destination: { limits_json: office } });
    await sealUrl(tenant, hookUrl);
    await post(tenant, ["a"]);
    await env.DB.prepare("UPDATE destinations SET enabled = 0 WHERE id = ?").bind(tenant.destinationId).run();
    await openAt(tenant, 11 * hourMs, scriptedReceiver());
    expect(await statuses(tenant)).toEqual(["held 0"]);
  });
});
