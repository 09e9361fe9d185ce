import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { lettersOf, runOf, tenantWithDeliveries, wake } from "../../test/deliver-wakeups.ts";
import { rows, type Tenant } from "../../test/tenant.ts";
import { watchingChat } from "../../test/watching-chat.ts";
import type { Dependencies } from "../dependencies.ts";
import { sweepAlerts } from "../sweeps/alerts/sweep-alerts.ts";
import { sweepDeliveries } from "../sweeps/deliveries/sweep-deliveries.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A receiver that answers what it is set to, and counts what it is sent. */
function receiver(first: number) {
  const it = { status: first, asked: 0 };
  const fetch = (async () => {
    it.asked += 1;
    return new Response("no", { status: it.status });
  }) as Dependencies["fetch"];
  return { it, fetch };
}
const statuses = async (tenant: Tenant) => {
  const all = (
    await rows<{ status: string }>(
      "SELECT status FROM deliveries WHERE destination_id = ?",
      tenant.destinationId,
    )
  ).map(({ status }) => status);
  return Object.fromEntries([...Map.groupBy(all, (each) => each)].map(([name, same]) => [name, same.length]));
};
const healthOf = async (tenant: Tenant) =>
  (
    await rows<{ state: string; is_refusing: number; next_probe_at: number | null }>(
      "SELECT state, is_refusing, next_probe_at FROM destination_health WHERE destination_id = ?",
      tenant.destinationId,
    )
  )[0];
/** What a chat is told of destinations: type, sentence, and what to do. */
const toldTo = async (chat: string) =>
  (
    await rows<{ type: string; payload_json: string }>(
      `SELECT e.type, e.payload_json FROM deliveries d JOIN events e ON e.lead_id = d.lead_id AND e.id = d.event_id
       WHERE d.destination_id = ? AND e.type LIKE 'destination.%' ORDER BY e.created_at, e.type`,
      chat,
    )
  ).map(
    ({ type, payload_json }) =>
      `${type}: ${/"summary":"(.*?)","what_next":"(.*?)"/.exec(payload_json)?.slice(1).join(" ")}`,
  );
const destinationOf = async ({ destinationId }: Tenant) =>
  (
    await rows<{ enabled: number; disabled_reason: string | null }>(
      "SELECT enabled, disabled_reason FROM destinations WHERE id = ?",
      destinationId,
    )
  )[0];

describe("a receiver that refuses one lead after the other", () => {
  it("is sent no more than it takes to know; the rest waits unspent, one a minute asks, and all goes out once one is taken", async () => {
    const { tenant, keys } = await tenantWithDeliveries(30);
    const chat = await watchingChat(tenant, "chat.example");
    const { it: there, fetch } = receiver(401);
    await wake(keys, { fetch });
    // Ten in a row, and what the other lanes had under way.
    expect(there.asked).toBeGreaterThanOrEqual(10);
    expect(there.asked).toBeLessThanOrEqual(15);
    const refused = there.asked;
    expect(await healthOf(tenant)).toEqual({
      state: "down",
      is_refusing: 1,
      next_probe_at: testNow + minute,
    });
    expect(await statuses(tenant)).toEqual({ dead: refused, pending: 30 - refused });
    const at = (ms: number) => ({ fetch, now: () => testNow + ms });
    await runOf(tenant.destinationId, at(30_000));
    expect(there.asked).toBe(refused);
    // Half-open: one real lead.
    await runOf(tenant.destinationId, at(minute));
    expect(there.asked).toBe(refused + 1);
    for (const ms of [minute, 2 * minute]) await sweepAlerts(testDependencies(at(ms)));
    there.status = 200;
    const { asked } = await runOf(tenant.destinationId, at(5 * minute));
    expect(asked.length).toBeGreaterThan(0);
    expect(await healthOf(tenant)).toBeUndefined();
    await runOf(tenant.destinationId, at(5 * minute));
    expect(await statuses(tenant)).toEqual({ dead: refused + 1, delivered: 29 - refused });
    for (const ms of [6 * minute, 7 * minute]) await sweepAlerts(testDependencies(at(ms)));
    expect(await toldTo(chat)).toEqual([
      expect.stringMatching(
        /^destination\.down: Make refused the last 10 leads.*leadrelay dlq causes --destination/,
      ),
      expect.stringMatching(/^destination\.recovered: Make takes leads again, after/),
    ]);
    expect(await lettersOf(tenant)).toHaveLength(refused + 1);
  });

  it("is never held up where refusing is what it does", async () => {
    const { tenant, keys } = await tenantWithDeliveries(30);
    await env.DB.prepare("UPDATE destinations SET hold_after_refusals = 0 WHERE id = ?")
      .bind(tenant.destinationId)
      .run();
    const { it: there, fetch } = receiver(422);
    await wake(keys, { fetch });
    expect(there.asked).toBe(30);
    expect(await healthOf(tenant)).toBeUndefined();
  });

  it("counts over wake-ups, those of several consumers together", async () => {
    const { tenant, keys } = await tenantWithDeliveries(12);
    const { it: there, fetch } = receiver(422);
    await Promise.all([wake(keys.slice(0, 5), { fetch }), wake(keys.slice(5, 10), { fetch })]);
    await wake(keys.slice(10), { fetch });
    expect(there.asked).toBeLessThanOrEqual(12);
    expect(await healthOf(tenant)).toMatchObject({ state: "down", is_refusing: 1 });
  });

  it("and takes one in between goes on", async () => {
    const { tenant, keys } = await tenantWithDeliveries(3);
    const { it: there, fetch } = receiver(422);
    await wake(keys.slice(0, 2), { fetch });
    expect(await healthOf(tenant)).toMatchObject({ state: "failing", is_refusing: 0 });
    const context = { ...tenant.submission().context, ip: null };
    there.status = 200;
    await deliverMessages(
      [tenant.submission({ fields: { email: "later@example.com" }, context })],
      testDependencies({ fetch }),
    );
    await runOf(tenant.destinationId, { fetch });
    expect(await statuses(tenant)).toEqual({ dead: 2, delivered: 2 });
    expect(await healthOf(tenant)).toBeUndefined();
  });
});

describe("a destination that takes nothing for five days", () => {
  /** A lead every `everyMs` for so long, the receiver answering by the time; sweeps and probes in between. */
  async function days(tenant: Tenant, answerAt: (ms: number) => number, untilMs: number, everyMs = 6 * hour) {
    const { it: there, fetch } = receiver(503);
    for (let ms = 0; ms <= untilMs; ms += everyMs) {
      there.status = answerAt(ms);
      const at = { fetch, now: () => testNow + ms };
      const context = { ...tenant.submission().context, ip: null };
      await deliverMessages(
        [tenant.submission({ fields: { email: `at${ms}@example.com` }, context })],
        testDependencies(at),
      );
      await sweepDeliveries(testDependencies(at));
      await runOf(tenant.destinationId, at);
    }
    return there;
  }

  it("is switched off and told of once; what waits is held, found, and goes out when it is enabled", async () => {
    const { tenant } = await tenantWithDeliveries(0);
    const chat = await watchingChat(tenant, "chat.example");
    await days(tenant, () => 503, 4 * day + 18 * hour);
    expect(await destinationOf(tenant)).toEqual({ enabled: 1, disabled_reason: null });
    const { fetch } = receiver(503);
    const end = { fetch, now: () => testNow + 5 * day + minute };
    await runOf(tenant.destinationId, end);
    expect(await destinationOf(tenant)).toEqual({ enabled: 0, disabled_reason: "failing" });
    for (const ms of [2, 3])
      await sweepAlerts(testDependencies({ now: () => testNow + 5 * day + ms * minute }));
    expect((await toldTo(chat)).filter((told) => told.startsWith("destination.disabled"))).toEqual([
      expect.stringMatching(
        /: Make took nothing for five days, and was switched off.*leadrelay destination enable/,
      ),
    ]);
    const later = testNow + 5 * day + hour;
    await wake(
      await rows(
        "SELECT lead_id, event_id, destination_id FROM deliveries WHERE destination_id = ? AND status = 'pending'",
        tenant.destinationId,
      ),
      { fetch, now: () => later },
    );
    const after = await statuses(tenant);
    expect(after["pending"] ?? 0).toBe(0);
    expect(after["held"]).toBeGreaterThan(0);
    expect((after["held"] ?? 0) + (after["dead"] ?? 0)).toBe(20);
    // A person mends it: as `destination enable` writes it.
    await env.DB.batch([
      env.DB.prepare(
        "UPDATE destinations SET enabled = 1, disabled_reason = NULL, disabled_at = NULL WHERE id = ?",
      ).bind(tenant.destinationId),
      env.DB.prepare("DELETE FROM destination_health WHERE destination_id = ?").bind(tenant.destinationId),
    ]);
    const ok = receiver(200);
    const back = { fetch: ok.fetch, now: () => later + minute };
    await sweepDeliveries(testDependencies(back));
    await runOf(tenant.destinationId, back);
    const held = after["held"] ?? 0;
    expect((await statuses(tenant))["delivered"]).toBe(held);
  });

  it("stays on where it took a lead on the fourth day", async () => {
    const { tenant } = await tenantWithDeliveries(0);
    await days(tenant, (ms) => (ms === 4 * day ? 200 : 503), 6 * day);
    expect(await destinationOf(tenant)).toEqual({ enabled: 1, disabled_reason: null });
  });

  it("stays on where nothing was sent there for days", async () => {
    const { tenant, keys } = await tenantWithDeliveries(10);
    const { it: there, fetch } = receiver(422);
    await wake(keys, { fetch });
    there.status = 503;
    for (const ms of [3 * day, 6 * day]) {
      const at = { fetch, now: () => testNow + ms };
      await sweepDeliveries(testDependencies(at));
      await runOf(tenant.destinationId, at);
    }
    expect(await destinationOf(tenant)).toEqual({ enabled: 1, disabled_reason: null });
  });
});
