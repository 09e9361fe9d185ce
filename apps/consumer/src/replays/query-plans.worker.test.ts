import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { cancelDelivery } from "@leadrelay/delivery/replay/cancel-delivery";
import { discardLetter } from "@leadrelay/delivery/replay/discard-letter";
import { replayDelivery } from "@leadrelay/delivery/replay/replay-delivery";
import { replayLetter } from "@leadrelay/delivery/replay/replay-letter";
import { newestPlanIds, replayPlansByIds } from "@leadrelay/db/replays/list-replay-plans";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { addDead, tenantWithDead } from "../../test/dead-deliveries.ts";
import { scriptedReceiver } from "../../test/deliver-wakeups.ts";
import { meteredD1 } from "../../test/metered-d1.ts";
import { apply, cancel, operatorOf, ownerOf, standing, storedPlan } from "../../test/plan-replays.ts";
import { rememberingD1, scannedTables } from "../../test/query-plans.ts";
import { rows } from "../../test/tenant.ts";
import { unsentTenant } from "../../test/unsent-thousand.ts";
import { virtualQueue } from "../../test/virtual-queue.ts";
import { sweepReplays } from "../sweeps/replays/sweep-replays.ts";
import { replayDependencies } from "./replay-dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** A partial index that is scanned holds nothing but what is sought. */
const holdsRunningOnly = "INDEX replay_plans_running";

it("no statement of a release scans a table", async () => {
  const { d1, asked } = rememberingD1();
  const one = {
    duplicate_window: 1,
    reengage_wait: 1,
    reengage_off: 1,
    test: 1,
    no_destination: 1,
    blocked: 1,
    quarantined: 1,
  };
  const { tenant, ids } = await unsentTenant(one);
  const queue = virtualQueue();
  const dependencies = queue.dependencies({ control: d1, leadDatabase: () => d1 });
  const scope = ownerOf(tenant);
  const narrowed = {
    status: "unsent",
    client_ids: [tenant.clientId],
    form_ids: [tenant.formId],
    since: 0,
  } as const;
  const named = await storedPlan(scope, dependencies, {
    filter: { ...narrowed, submission_ids: ids.slice(0, 1) },
  });
  const plan = await storedPlan(scope, dependencies, {
    filter: { ...narrowed, rules: ["duplicate", "test", "no_destination", "blocked", "quarantined"] },
    perSecond: 30,
  });
  for (const { id } of [named, plan]) {
    await apply(scope, id, dependencies);
    await queue.run(dependencies, { only: "replay_step" });
  }
  expect(asked.size).toBeGreaterThan(12);
  for (const sql of asked) {
    const scans = (await scannedTables(sql)).filter((scan) => !scan.includes(holdsRunningOnly));
    expect({ sql, scans }).toEqual({ sql, scans: [] });
  }
});

it("no statement of a replay scans a table", async () => {
  const { d1, asked } = rememberingD1();
  const { tenant, ids } = await tenantWithDead(4);
  const queue = virtualQueue();
  const { fetch } = scriptedReceiver(new Response("", { status: 404 }));
  const dependencies = queue.dependencies({ fetch, control: d1, leadDatabase: () => d1 });
  const scope = ownerOf(tenant);
  const narrowed = {
    client_ids: [tenant.clientId],
    form_ids: [tenant.formId],
    destination_ids: [tenant.destinationId],
    since: 0,
  };
  const kinds = ["delivery", "spill"] as const;
  const letters = {
    ...narrowed,
    status: "dead",
    kinds,
    causes: ["exhausted"],
    status_codes: [500],
    fingerprints: [""],
  } as const;
  const first = await storedPlan(scope, dependencies, { filter: letters, perSecond: 30 });
  await apply(scope, first.id, dependencies);
  await queue.run(dependencies);
  await env.DB.prepare("UPDATE dead_letters SET last_failed_at = 1 WHERE client_id = ?")
    .bind(tenant.clientId)
    .run();
  await env.DB.prepare("UPDATE deliveries SET settled_at = 1 WHERE client_id = ?")
    .bind(tenant.clientId)
    .run();
  const second = await storedPlan(scope, dependencies, { filter: { ...narrowed, status: "any" } });
  await apply(scope, second.id, dependencies);
  await sweepReplays(dependencies);
  await queue.run(dependencies, { atMost: 1 });
  await standing(scope, second.id, dependencies);
  await cancel(scope, second.id, dependencies);
  await runOne(d1, newestPlanIds(scope, { before: null, perList: 10 }));
  await runOne(d1, replayPlansByIds(scope, [second.id]));
  const reached = replayDependencies(dependencies);
  const by = { by: "op-1", reason: "x" };
  const [letter] = await rows<{ id: string }>(
    "SELECT id FROM dead_letters WHERE client_id = ?",
    tenant.clientId,
  );
  for (const change of [
    () => replayDelivery(scope, { deliveryId: ids[1] ?? "", ...by }, reached),
    () => cancelDelivery(scope, ids[1] ?? "", reached),
    () => replayLetter(scope, { letterId: letter?.id ?? "", ...by }, reached),
    () => discardLetter(scope, { letterId: letter?.id ?? "", ...by }, reached),
  ]) {
    await env.DB.prepare("UPDATE deliveries SET status = 'held' WHERE client_id = ?")
      .bind(tenant.clientId)
      .run();
    await env.DB.prepare("UPDATE dead_letters SET state = 'open' WHERE client_id = ?")
      .bind(tenant.clientId)
      .run();
    const made = await change();
    if (made.kind !== "ready") throw new Error(JSON.stringify(made));
    await runBatch(d1, made.lead.statements);
  }
  const replays = [...asked].filter((sql) =>
    /replay|destination_pace|commit_guard|sent again|cancelled by/.test(sql),
  );
  expect(replays.length).toBeGreaterThan(20);
  for (const sql of asked) {
    const scans = await scannedTables(sql);
    expect({ sql, scans: scans.filter((scan) => !scan.includes(holdsRunningOnly)) }).toEqual({
      sql,
      scans: [],
    });
  }
});

/** What the first step of a plan over so many dead deliveries costs, and what its control plane does. */
async function billFor(deliveries: number, perSecond: number | null) {
  const { tenant } = await tenantWithDead(deliveries);
  const queue = virtualQueue();
  const scope = operatorOf(tenant);
  const plan = await storedPlan(scope, queue.dependencies(), { perSecond });
  await apply(scope, plan.id, queue.dependencies());
  const { bill, databases } = meteredD1();
  await queue.run(queue.dependencies(databases), { atMost: 1 });
  const step = { ...bill };
  const { scheduled } = await standing(scope, plan.id, queue.dependencies(databases));
  return { ...step, scheduled, figures: bill.read - step.read };
}

describe("a step", () => {
  it("of 500 costs the same whatever waits behind it", async () => {
    const [small, large] = [await billFor(500, null), await billFor(4_000, null)];
    expect(large.scheduled).toBe(500);
    expect(large.calls).toBe(4);
    expect(Math.abs(large.read - small.read)).toBeLessThan(50);
    expect(large.read / 500).toBeLessThan(18);
    // One of them keeps the count of open letters, and one the count of what is dead.
    expect(large.written / 500).toBeLessThan(9.1);
  });

  it.each([
    ["what the filter does not want", { status: "held" }],
    ["what needs no sending", { status: "any" }],
    ["letters of another cause", { status: "dead", causes: ["gone"] }],
  ] as const)("at a slow pace goes through %s five hundred at a time", async (_what, filter) => {
    const { tenant, ids } = await tenantWithDead(2_000);
    await addDead(tenant, 1, { failedAt: 100_000, cause: "gone" });
    const others = JSON.stringify(ids);
    if (filter.status !== "dead")
      await env.DB.batch([
        env.DB.prepare(
          "UPDATE deliveries SET created_at = 1, status = 'held', settled_at = NULL WHERE client_id = ?",
        ).bind(tenant.clientId),
        env.DB.prepare(
          "UPDATE deliveries SET created_at = 0, status = 'delivered' WHERE public_id IN (SELECT value FROM json_each(?))",
        ).bind(others),
      ]);
    const queue = virtualQueue();
    const { received, fetch } = scriptedReceiver();
    const dependencies = queue.dependencies({ fetch });
    const scope = operatorOf(tenant);
    const plan = await storedPlan(scope, dependencies, { filter, perSecond: 1 });
    await apply(scope, plan.id, dependencies);
    await queue.run(dependencies);
    expect(received).toHaveLength(1);
    const [progress] = await rows("SELECT steps FROM replay_progress WHERE plan_id = ?", plan.id);
    expect(progress).toEqual({ steps: 5 });
  });

  it("at a slow pace over nothing but sends reads fifty of them for ten", async () => {
    const slow = await billFor(4_000, 1);
    expect(slow).toMatchObject({ scheduled: 10, calls: 5 });
    expect(slow.read).toBeLessThan(50 * 8);
  });

  it("at a pace looks at what it can take and no more", async () => {
    const paced = await billFor(4_000, 30);
    expect(paced).toMatchObject({ scheduled: 300, calls: 5 });
    expect(paced.read / 300).toBeLessThan(18);
  });
});
