import type { Cap, DestinationLimits } from "@leadrelay/contracts/destination-limits";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { runOf, scriptedReceiver, tenantWithDeliveries, wake } from "../../test/deliver-wakeups.ts";
import { meteredD1 } from "../../test/metered-d1.ts";
import { placeRow } from "../../test/place-row.ts";
import { rows, type Tenant } from "../../test/tenant.ts";
import type { Dependencies } from "../dependencies.ts";
import { sweepAlerts } from "../sweeps/alerts/sweep-alerts.ts";
import { sweepDeliveries } from "../sweeps/deliveries/sweep-deliveries.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** `testNow` is a Tuesday, 22:23 UTC. */
const hourMs = 3_600_000;
const limitsOf = (...caps: Cap[]): string =>
  JSON.stringify({
    time_zone: "Asia/Kolkata",
    week_starts: "monday",
    caps,
    hours: null,
    holidays: [],
  } satisfies DestinationLimits);
const cap = (per: Cap["per"], leads: number, source: string | null = null): Cap => ({ per, leads, source });

/** A client whose chat is told of caps, with so many leads due for a destination of these limits. */
async function limited(leads: number, ...caps: Cap[]) {
  const { tenant, keys } = await tenantWithDeliveries(leads);
  await env.DB.prepare("UPDATE destinations SET limits_json = ? WHERE id = ?")
    .bind(limitsOf(...caps), tenant.destinationId)
    .run();
  const chat = `dst_chat_${crypto.randomUUID()}`;
  await placeRow("destinations", {
    id: chat,
    client_id: tenant.clientId,
    name: "Chat",
    kind: "slack",
    sealed_settings: "sealed",
    environments_json: '["development"]',
    event_types_json: '["destination.capped"]',
    created_at: 0,
    updated_at: 0,
  });
  return { tenant, keys, chat };
}

/** What was told of caps by then: sentences, the first told first. */
async function toldOf(chat: string, nowMs = testNow): Promise<string[]> {
  await sweepAlerts(testDependencies({ now: () => nowMs }));
  const told = await rows<{ payload_json: string }>(
    `SELECT e.payload_json FROM deliveries d JOIN events e ON e.lead_id = d.lead_id AND e.id = d.event_id
     WHERE d.destination_id = ? AND e.type = 'destination.capped' ORDER BY e.created_at, e.payload_json`,
    chat,
  );
  return told.map(({ payload_json }) => /"summary":"([^"]*)"/.exec(payload_json)?.[1] ?? payload_json);
}

async function openAt(tenant: Tenant, ms: number, given: Partial<Dependencies>) {
  const at = { now: () => testNow + ms, ...given };
  await sweepDeliveries(testDependencies(at));
  await runOf(tenant.destinationId, at);
}

it("a cap is told once at 80 % and once at all of it, with until when in its own time, and never before", async () => {
  const { tenant, keys, chat } = await limited(8, cap("hour", 6));
  const receiver = scriptedReceiver();
  const steps: number[] = [];
  for (const key of keys) {
    await wake([key], receiver);
    steps.push((await toldOf(chat)).length);
  }
  // At five of six, which is more than 80 %, and at six.
  expect(steps).toEqual([0, 0, 0, 0, 1, 2, 2, 2]);
  expect((await toldOf(chat)).toSorted()).toEqual([
    "Make has taken 5 of its 6 leads an hour (83 %). What comes beyond is held until 04:00 IST.",
    "Make has taken 6 of its 6 leads an hour: what comes is held until 04:00 IST.",
  ]);
  expect(receiver.received).toHaveLength(6);
  expect(
    await rows("SELECT 1 FROM deliveries WHERE destination_id = ? AND status = 'held'", tenant.destinationId),
  ).toHaveLength(2);
});

it("the next hour tells again", async () => {
  const { tenant, keys, chat } = await limited(2, cap("hour", 1));
  const receiver = scriptedReceiver();
  for (const key of keys) await wake([key], receiver);
  expect(await toldOf(chat)).toHaveLength(1);
  await openAt(tenant, hourMs, receiver);
  expect(receiver.received).toHaveLength(2);
  expect(await toldOf(chat, testNow + hourMs + 60_000)).toHaveLength(2);
});

it("a batch that goes past both is told of as used up, and one settled again tells nothing", async () => {
  const { keys, chat } = await limited(10, cap("day", 10));
  await wake(keys, scriptedReceiver());
  await wake(keys, scriptedReceiver());
  expect(await toldOf(chat)).toEqual([expect.stringMatching(/^Make has taken 10 of its 10 leads a day: /)]);
  expect(await toldOf(chat, testNow + 25 * hourMs)).toHaveLength(1);
});

it("by two who settle at the same moment each is told once", async () => {
  const { keys, chat } = await limited(10, cap("day", 10), cap("total", 5));
  const receiver = scriptedReceiver();
  await Promise.all([wake(keys.slice(0, 5), receiver), wake(keys.slice(5), receiver)]);
  const told = await toldOf(chat);
  expect(new Set(told).size).toBe(told.length);
  expect(told.filter((line) => line.includes("in total"))).toEqual([
    expect.stringMatching(
      /^Make has taken \d+ of its 5 leads in total: what comes is held until the cap is raised\.$/,
    ),
  ]);
});

it("a source's cap is told with its source, and only for leads of it", async () => {
  const { tenant, chat } = await limited(0, cap("day", 1, "Facebook"));
  const receiver = scriptedReceiver();
  const post = async (email: string, source: string) => {
    const context = { ...tenant.submission().context, ip: null };
    await deliverMessages([tenant.submission({ fields: { email, source }, context })], testDependencies());
    await runOf(tenant.destinationId, receiver);
  };
  await post("a@example.com", "google");
  expect(await toldOf(chat)).toEqual([]);
  await post("b@example.com", "facebook");
  expect(await toldOf(chat)).toEqual([
    expect.stringMatching(
      /^Make has taken 1 of its 1 lead a day from Facebook: what comes from Facebook is held until /,
    ),
  ]);
});

it("a cap that was raised tells of its new number", async () => {
  const { tenant, keys, chat } = await limited(3, cap("day", 1));
  await wake(keys, scriptedReceiver());
  await runOf(tenant.destinationId, scriptedReceiver());
  expect(await toldOf(chat)).toHaveLength(1);
  await env.DB.prepare("UPDATE destinations SET limits_json = ? WHERE id = ?")
    .bind(limitsOf(cap("day", 3)), tenant.destinationId)
    .run();
  await openAt(tenant, 60_000, scriptedReceiver());
  expect((await toldOf(chat, testNow + 120_000)).at(-1)).toMatch(/^Make has taken 3 of its 3 leads a day/);
});

it("a destination without caps pays nothing for them, and one with caps no row until one is reached", async () => {
  const paid = async (...caps: Cap[]) => {
    const { tenant, keys } = await limited(1, ...caps);
    if (caps.length === 0)
      await env.DB.prepare("UPDATE destinations SET limits_json = NULL WHERE id = ?")
        .bind(tenant.destinationId)
        .run();
    const { bill, databases } = meteredD1();
    await wake(keys, { ...scriptedReceiver(), ...databases });
    return { ...bill, tenant };
  };
  const none = await paid();
  const far = await paid(cap("day", 10));
  // The count itself, once in the table and once in the index of what ends.
  expect(far.written - none.written).toBe(2);
  expect(await rows("SELECT 1 FROM signals WHERE client_id = ?", far.tenant.clientId)).toEqual([]);
});
