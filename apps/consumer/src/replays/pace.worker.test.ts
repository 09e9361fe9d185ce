import { runOne } from "@leadrelay/db/run-batch";
import { reserveSlots } from "@leadrelay/db/replays/reserve-slots";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { addDead, tenantWithDead } from "../../test/dead-deliveries.ts";
import { testNow } from "../../test/deliver-messages.ts";
import { scriptedReceiver } from "../../test/deliver-wakeups.ts";
import { apply, operatorOf, standing, storedPlan } from "../../test/plan-replays.ts";
import { rows, type Tenant } from "../../test/tenant.ts";
import { virtualQueue } from "../../test/virtual-queue.ts";
import { sweepDeliveries } from "../sweeps/deliveries/sweep-deliveries.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** A receiver that notes when each of these deliveries reached it. */
function timedReceiver(ids: readonly string[], now: () => number) {
  const mine = new Set(ids);
  const times: number[] = [];
  const { fetch, received } = scriptedReceiver();
  const timed: typeof fetch = async (input, init) => {
    const at = now();
    const answer = await fetch(input, init);
    if (mine.has(received.at(-1)?.make_send_public_id ?? "")) times.push(at);
    return answer;
  };
  return { times, fetch: timed };
}

/** The most requests that came within any second. */
const mostInASecond = (times: readonly number[]) =>
  Math.max(...times.map((start) => times.filter((time) => time >= start && time < start + 1000).length));

const slotsOf = async (tenant: Tenant) =>
  (
    await rows<{ at: number }>(
      "SELECT next_attempt_at AS at FROM deliveries WHERE client_id = ? AND next_attempt_at IS NOT NULL ORDER BY 1",
      tenant.clientId,
    )
  ).map(({ at }) => at);

const gaps = (times: readonly number[]) => times.slice(1).map((time, index) => time - (times[index] ?? 0));

/** Deliveries that are due for the first time and that no message tells of; their public ids. */
async function addLive(tenant: Tenant, count: number, dueAt: number): Promise<string[]> {
  const ids = await addDead(tenant, count, { attempts: 1 });
  await env.DB.prepare(
    `UPDATE deliveries SET status = 'pending', attempts = 0, max_attempts = 10, settled_at = NULL, next_attempt_at = ?
     WHERE public_id IN (SELECT value FROM json_each(?))`,
  )
    .bind(dueAt, JSON.stringify(ids))
    .run();
  return ids;
}

describe("a paced replay", () => {
  it("gives every delivery a time of its own, ten seconds ahead at most", async () => {
    const { tenant } = await tenantWithDead(400);
    const queue = virtualQueue();
    const scope = operatorOf(tenant);
    const plan = await storedPlan(scope, queue.dependencies(), { perSecond: 30 });
    await apply(scope, plan.id, queue.dependencies());
    await queue.run(queue.dependencies(), { atMost: 1 });
    const slots = await slotsOf(tenant);
    expect(slots).toHaveLength(300);
    expect(slots.at(0)).toBe(testNow);
    expect(slots.at(-1)).toBeLessThan(testNow + 10_000);
    expect(Math.min(...gaps(slots))).toBeGreaterThanOrEqual(33);
  });

  it("is over with its last send, not with its last step", async () => {
    const { tenant } = await tenantWithDead(4);
    const queue = virtualQueue();
    const scope = operatorOf(tenant);
    const plan = await storedPlan(scope, queue.dependencies(), { perSecond: 0.5 });
    await apply(scope, plan.id, queue.dependencies());
    await queue.run(queue.dependencies(), { atMost: 1 });
    expect(await rows("SELECT state, finished_at FROM replay_plans WHERE id = ?", plan.id)).toEqual([
      { state: "done", finished_at: testNow + 6_000 },
    ]);
  });

  it("takes as long as it says, and no second has more than the pace", async () => {
    const { tenant, ids } = await tenantWithDead(300);
    const queue = virtualQueue();
    const { times, fetch } = timedReceiver(ids, queue.clock.now);
    const dependencies = queue.dependencies({ fetch });
    const scope = operatorOf(tenant);
    const plan = await storedPlan(scope, dependencies, { perSecond: 30 });
    expect(plan.summary.estimated_ms).toBe(10_000);
    await apply(scope, plan.id, dependencies);
    await queue.run(dependencies);
    expect(await standing(scope, plan.id, dependencies)).toMatchObject({ state: "done", delivered: 300 });
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(9_700);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(10_500);
    // Six lanes of this clock move it together.
    expect(mostInASecond(times)).toBeLessThanOrEqual(36);
  });

  it("shares the pace of a destination with another replay", async () => {
    const { tenant, ids } = await tenantWithDead(100);
    ids.push(...(await addDead(tenant, 100, { failedAt: 100_000 })));
    const queue = virtualQueue();
    const { times, fetch } = timedReceiver(ids, queue.clock.now);
    const dependencies = queue.dependencies({ fetch });
    const scope = operatorOf(tenant);
    const early = { status: "dead", until: 50_000 } as const;
    const late = { status: "dead", since: 50_000 } as const;
    for (const filter of [early, late]) {
      const plan = await storedPlan(scope, dependencies, { filter, perSecond: 20 });
      await apply(scope, plan.id, dependencies);
    }
    await queue.run(dependencies, { atMost: 2 });
    const slots = await slotsOf(tenant);
    expect(new Set(slots).size).toBe(slots.length);
    expect(Math.min(...gaps(slots))).toBeGreaterThanOrEqual(50);
    await queue.run(dependencies);
    expect(times).toHaveLength(200);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(9_500);
    expect(mostInASecond(times)).toBeLessThanOrEqual(26);
  });

  it("that a crash left behind comes by the sweep, and not all at once", async () => {
    const { tenant, ids } = await tenantWithDead(100);
    const queue = virtualQueue();
    const { times, fetch } = timedReceiver(ids, queue.clock.now);
    const dependencies = queue.dependencies({ fetch });
    const scope = operatorOf(tenant);
    const plan = await storedPlan(scope, dependencies, { perSecond: 10 });
    await apply(scope, plan.id, dependencies);
    await queue.run(dependencies, { atMost: 1 });
    queue.lose(120_000);
    await sweepDeliveries(dependencies);
    await queue.run(dependencies);
    expect(times).toHaveLength(100);
    expect(mostInASecond(times)).toBeLessThanOrEqual(16);
  });

  it("that is over slows down nothing it did not send: live leads a crash left behind are woken at once", async () => {
    const { tenant } = await tenantWithDead(2);
    const queue = virtualQueue();
    const scope = operatorOf(tenant);
    const receiving = queue.dependencies(scriptedReceiver());
    const plan = await storedPlan(scope, receiving, { perSecond: 0.5 });
    await apply(scope, plan.id, receiving);
    await queue.run(receiving);
    const ids = await addLive(tenant, 100, queue.clock.now());
    const { times, fetch } = timedReceiver(ids, queue.clock.now);
    const dependencies = queue.dependencies({ fetch });
    const killedAt = queue.clock.now();
    await sweepDeliveries(dependencies);
    await queue.run(dependencies);
    expect(times).toHaveLength(100);
    expect(Math.max(...times) - killedAt).toBeLessThan(1_000);
  });
});

describe("sends reserved at a destination", () => {
  it("at once by many are never the same", async () => {
    const destination = `dst_${crypto.randomUUID()}`;
    const reserve = async () => {
      const wanted = new Map([[destination, 7]]);
      const [slots] = await runOne(env.DB, reserveSlots(pipelineScope, wanted, 10, testNow));
      return slots?.first_at ?? 0;
    };
    const firsts = await Promise.all(Array.from({ length: 10 }, reserve));
    expect(firsts.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 10 }, (_, index) => testNow + index * 700),
    );
  });

  it("begin now again after a pause", async () => {
    const wanted = new Map([[`dst_${crypto.randomUUID()}`, 1]]);
    await runOne(env.DB, reserveSlots(pipelineScope, wanted, 1, testNow));
    const [slots] = await runOne(env.DB, reserveSlots(pipelineScope, wanted, 1, testNow + 60_000));
    expect(slots?.first_at).toBe(testNow + 60_000);
  });
});
