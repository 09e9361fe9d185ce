import type { ReplayFilter } from "@leadrelay/contracts/replay";
import { cancelDelivery } from "@leadrelay/delivery/replay/cancel-delivery";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { commitSingle } from "../../test/commit-single.ts";
import { addDead, tenantWithDead } from "../../test/dead-deliveries.ts";
import { testNow } from "../../test/deliver-messages.ts";
import { scriptedReceiver } from "../../test/deliver-wakeups.ts";
import { apply, misfits, operatorOf, standing, storedPlan } from "../../test/plan-replays.ts";
import { statusesOf } from "../../test/planned-replay.ts";
import { rows, type Tenant } from "../../test/tenant.ts";
import { virtualQueue } from "../../test/virtual-queue.ts";
import { replayDependencies } from "./replay-dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** Moves one delivery into a state it could have come to. */
async function become(id: string | undefined, columns: Record<string, unknown>): Promise<void> {
  const sets = Object.keys(columns).map((name) => `${name} = ?`);
  await env.DB.batch([
    env.DB.prepare(`UPDATE deliveries SET ${sets.join()} WHERE public_id = ?`).bind(
      ...Object.values(columns),
      id,
    ),
    env.DB.prepare(
      `UPDATE dead_letters SET state = 'replayed' WHERE id = (
         SELECT dead_letter_id FROM deliveries WHERE public_id = ? AND status <> 'dead')`,
    ).bind(id),
  ]);
}

const laterMs = testNow + 3_600_000;
const waiting = { status: "pending", attempts: 3, settled_at: null, next_attempt_at: laterMs };

/** A tenant with a delivery in every state, by state. */
async function everyState() {
  const { tenant, ids } = await tenantWithDead(9);
  const [dead, discarded, delivered, confirmed, underWay, due, pending, held, cancelled] = ids;
  await become(delivered, { status: "delivered" });
  await become(confirmed, { status: "confirmed" });
  await become(underWay, { status: "in_flight", settled_at: null, lease_until: laterMs, next_attempt_at: 1 });
  await become(due, { ...waiting, next_attempt_at: testNow });
  await become(pending, waiting);
  await become(held, { status: "held", attempts: 0, settled_at: null });
  await become(cancelled, { status: "cancelled", attempts: 1 });
  await env.DB.prepare(
    "UPDATE dead_letters SET state = 'discarded' WHERE id = (SELECT dead_letter_id FROM deliveries WHERE public_id = ?)",
  )
    .bind(discarded)
    .run();
  return { tenant, dead, pending, held, cancelled };
}

/** Plans and applies; returns what the plan said and which deliveries were sent. */
async function replay(tenant: Tenant, filter: ReplayFilter) {
  const queue = virtualQueue();
  const { received, fetch } = scriptedReceiver();
  const dependencies = queue.dependencies({ fetch });
  const scope = operatorOf(tenant);
  const plan = await storedPlan(scope, dependencies, { filter });
  await apply(scope, plan.id, dependencies);
  await queue.run(dependencies);
  const sent = received.map(({ make_send_public_id }) => make_send_public_id).toSorted();
  return { summary: plan.summary, sent, standing: await standing(scope, plan.id, dependencies) };
}

describe("a replay of deliveries", () => {
  it.each(["pending", "held", "cancelled"] as const)("that are %s sends those alone", async (status) => {
    const states = await everyState();
    const { summary, sent, standing } = await replay(states.tenant, { status });
    expect(summary).toMatchObject({ count: 1, skipped: status === "pending" ? { under_way: 1 } : {} });
    expect(sent).toEqual([states[status]]);
    expect(standing).toMatchObject({ state: "done", scheduled: 1, delivered: 1 });
  });

  it("in any state sends what has not arrived, counts what has, and leaves a person's decision alone", async () => {
    const { tenant, dead, pending, held, cancelled } = await everyState();
    const { summary, sent, standing } = await replay(tenant, { status: "any" });
    const skipped = { delivered: 2, under_way: 2, discarded: 1 };
    expect(summary).toMatchObject({ count: 4, skipped });
    expect(sent).toHaveLength(4);
    expect(new Set(sent)).toEqual(new Set([dead, pending, held, cancelled]));
    expect(standing).toMatchObject({ state: "done", delivered: 4, skipped });
    expect(await misfits(tenant)).toEqual([]);
  });

  it("keeps the round of the schedule of what is still in it, and begins a new one for the rest", async () => {
    const { tenant, pending, held } = await everyState();
    await replay(tenant, { status: "any" });
    const schedule = async (id: string | undefined) =>
      (await rows("SELECT attempts, schedule_from, max_attempts FROM deliveries WHERE public_id = ?", id))[0];
    expect(await schedule(pending)).toEqual({ attempts: 4, schedule_from: 0, max_attempts: 10 });
    expect(await schedule(held)).toEqual({ attempts: 1, schedule_from: 0, max_attempts: 10 });
  });

  it("narrows by when they were created, destination and form, and reads on where a page ends", async () => {
    const { tenant, ids } = await tenantWithDead(1_100);
    const other = await addDead(tenant, 1, { formId: "another form" });
    await env.DB.prepare("UPDATE deliveries SET created_at = 7 WHERE public_id IN (?, ?)")
      .bind(ids[0], other[0])
      .run();
    const all = await replay(tenant, {
      status: "any",
      until: 6,
      form_ids: [tenant.formId],
      destination_ids: [tenant.destinationId],
    });
    expect(all.sent).toEqual(ids.slice(1).toSorted());
    const rest = await replay(tenant, { status: "any", since: 7, form_ids: [tenant.formId] });
    expect(rest.sent).toEqual([ids[0]]);
  });

  it("does not take what died after the plan was made", async () => {
    const { tenant, ids } = await tenantWithDead(2);
    await become(ids[0], { settled_at: testNow + 1 });
    const { summary, sent } = await replay(tenant, { status: "any" });
    expect(summary.count).toBe(1);
    expect(sent).toEqual([ids[1]]);
  });

  it("does not take what a person cancelled after the plan was made", async () => {
    const { tenant, ids } = await tenantWithDead(2);
    for (const id of ids) await become(id, waiting);
    const queue = virtualQueue();
    const { received, fetch } = scriptedReceiver();
    const dependencies = queue.dependencies({ fetch });
    const scope = operatorOf(tenant);
    const plan = await storedPlan(scope, dependencies, { filter: { status: "any" } });
    queue.lose(1_000);
    await commitSingle(await cancelDelivery(scope, ids[0] ?? "", replayDependencies(dependencies)));
    await apply(scope, plan.id, dependencies);
    await queue.run(dependencies);
    expect(received).toMatchObject([{ make_send_public_id: ids[1] }]);
    expect(await statusesOf(tenant)).toEqual({ cancelled: 1, delivered: 1 });
  });
});
