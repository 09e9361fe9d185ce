import { takeReplayStep } from "@leadrelay/delivery/replay/take-replay-step";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { addDead, tenantWithDead } from "../../test/dead-deliveries.ts";
import { scriptedReceiver } from "../../test/deliver-wakeups.ts";
import { apply, cancel, misfits, operatorOf, standing, storedPlan } from "../../test/plan-replays.ts";
import { plannedReplay, statusesOf } from "../../test/planned-replay.ts";
import { rows } from "../../test/tenant.ts";
import { virtualQueue } from "../../test/virtual-queue.ts";
import { watchedD1 } from "../../test/watched-d1.ts";
import { sweepDeliveries } from "../sweeps/deliveries/sweep-deliveries.ts";
import { sweepReplays } from "../sweeps/replays/sweep-replays.ts";
import { replayDependencies } from "./replay-dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

describe("an applied replay", () => {
  it("sends every delivery of its filter once, in steps, under its id", async () => {
    const { tenant, ids, queue, dependencies, scope, plan, sent } = await plannedReplay(1_200);
    expect(await apply(scope, plan.id, dependencies)).toBe("ready");
    await queue.run(dependencies);
    expect(sent()).toEqual(ids);
    expect(await standing(scope, plan.id, dependencies)).toEqual({
      state: "done",
      planned: 1_200,
      scheduled: 1_200,
      delivered: 1_200,
      waiting: 0,
      dead: 0,
      cancelled: 0,
      taken_over: 0,
      queued: 0,
      skipped: {},
    });
    expect(
      await rows("SELECT steps, finished_at > 0 AS finished FROM replay_progress WHERE plan_id = ?", plan.id),
    ).toEqual([{ steps: 3, finished: 1 }]);
    expect(
      await rows(
        "SELECT DISTINCT state, settled_by, settle_reason FROM dead_letters WHERE client_id = ?",
        tenant.clientId,
      ),
    ).toEqual([{ state: "replayed", settled_by: "op-1", settle_reason: `replay ${plan.id}` }]);
    expect(
      await rows(
        "SELECT DISTINCT attempts, schedule_from FROM deliveries WHERE client_id = ?",
        tenant.clientId,
      ),
    ).toEqual([{ attempts: 11, schedule_from: 10 }]);
    expect(await misfits(tenant)).toEqual([]);
  });

  it("sends nothing twice when it is applied twice, at once or later", async () => {
    const { ids, queue, dependencies, scope, plan, sent } = await plannedReplay(60);
    const both = await Promise.allSettled([
      apply(scope, plan.id, dependencies),
      apply(scope, plan.id, dependencies),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await queue.run(dependencies);
    expect(await apply(scope, plan.id, dependencies)).toBe("applied");
    await queue.run(dependencies);
    expect(sent()).toEqual(ids);
  });

  it("takes every step once, however many workers are asked for it", async () => {
    const { ids, queue, dependencies, scope, plan, sent } = await plannedReplay(700);
    await apply(scope, plan.id, dependencies);
    const [step] = queue.waiting();
    if (step?.type !== "replay_step") throw new Error("no step");
    const take = () => takeReplayStep(step, replayDependencies(dependencies));
    expect((await Promise.all([take(), take(), take()])).toSorted()).toEqual(["stepped", "void", "void"]);
    expect(await take()).toBe("void");
    expect(await standing(scope, plan.id, dependencies)).toMatchObject({ scheduled: 500, waiting: 500 });
    await queue.run(dependencies);
    expect(sent()).toEqual(ids);
  });

  it("goes on by the sweep when its messages are lost", async () => {
    const { ids, queue, dependencies, scope, plan, sent } = await plannedReplay(700);
    await apply(scope, plan.id, dependencies);
    queue.lose();
    await sweepReplays(dependencies);
    await queue.run(dependencies, { atMost: 1 });
    queue.lose();
    await sweepReplays(dependencies);
    await sweepDeliveries(dependencies);
    await queue.run(dependencies);
    expect(sent()).toEqual(ids);
    expect(await standing(scope, plan.id, dependencies)).toMatchObject({ state: "done", delivered: 700 });
  });

  it("leaves alone what failed after the plan was made, and what fails again", async () => {
    const { tenant, ids, queue, dependencies, scope, plan } = await plannedReplay(3);
    await addDead(tenant, 2, { failedAt: queue.clock.now() + 1 });
    const refusing = scriptedReceiver(new Response("", { status: 404 }));
    const refused = queue.dependencies({ fetch: refusing.fetch });
    await apply(scope, plan.id, refused);
    await queue.run(refused);
    await sweepReplays(dependencies);
    await queue.run(refused);
    expect(refusing.received.map((each) => each.make_send_public_id).toSorted()).toEqual(ids);
    expect(await statusesOf(tenant)).toEqual({ dead: 3, delivered: 2 });
    expect(await standing(scope, plan.id, dependencies)).toMatchObject({
      state: "done",
      delivered: 2,
      dead: 1,
    });
    expect(await misfits(tenant)).toEqual([]);
  });

  it("skips a destination that was disabled, or what was settled, since the plan, and counts it", async () => {
    const { tenant, queue, dependencies, scope, plan, sent } = await plannedReplay(600);
    await apply(scope, plan.id, dependencies);
    await queue.run(dependencies, { atMost: 1 });
    await env.DB.batch([
      env.DB.prepare("UPDATE destinations SET enabled = 0 WHERE client_id = ?").bind(tenant.clientId),
      env.DB.prepare(
        `UPDATE dead_letters SET state = 'discarded' WHERE id =
          (SELECT id FROM dead_letters WHERE client_id = ? AND state = 'open' ORDER BY last_failed_at DESC LIMIT 1)`,
      ).bind(tenant.clientId),
    ]);
    await queue.run(dependencies);
    expect(sent()).toEqual([]);
    expect(await standing(scope, plan.id, dependencies)).toMatchObject({
      state: "done",
      scheduled: 500,
      waiting: 500,
      skipped: { destination_disabled: 99 },
    });
    expect(await statusesOf(tenant)).toEqual({ held: 500, dead: 100 });
    expect(await misfits(tenant)).toEqual([]);
  });

  it("does not send what another moved between a step's reading and its commit", async () => {
    const { tenant, ids, queue, dependencies, scope, plan, sent } = await plannedReplay(5);
    await apply(scope, plan.id, dependencies);
    const moving = watchedD1(env.DB, async (sql, run) => {
      if (sql.includes("INSERT INTO replay_progress"))
        await env.DB.batch([
          env.DB.prepare("UPDATE deliveries SET status = 'delivered' WHERE public_id = ?").bind(ids[0]),
          env.DB.prepare(
            `UPDATE dead_letters SET state = 'discarded'
             WHERE id = (SELECT dead_letter_id FROM deliveries WHERE public_id = ?)`,
          ).bind(ids[1]),
        ]);
      return run();
    });
    await queue.run({ ...dependencies, leadDatabase: () => moving });
    expect(sent()).toEqual(ids.slice(2));
    expect(await standing(scope, plan.id, dependencies)).toMatchObject({
      scheduled: 3,
      delivered: 3,
      skipped: { changed: 2 },
    });
    expect(await statusesOf(tenant)).toEqual({ delivered: 4, dead: 1 });
  });

  it("goes through every client, each in its own database", async () => {
    const [one, two] = [await tenantWithDead(3), await tenantWithDead(4)];
    const queue = virtualQueue();
    const { received, fetch } = scriptedReceiver();
    const asked = new Map<string, number>();
    const leadDatabase = (binding: string) => {
      asked.set(binding, (asked.get(binding) ?? 0) + 1);
      return env.DB;
    };
    const dependencies = queue.dependencies({ fetch, leadDatabase, leadDatabaseNames: ["DB", "DB_EU"] });
    const scope = operatorOf(one.tenant, two.tenant);
    const clients = scope.clients.map((client) =>
      client.id === two.tenant.clientId ? { ...client, database: "DB_EU" } : client,
    );
    const plan = await storedPlan({ ...scope, clients }, dependencies, { perSecond: 30 });
    await apply({ ...scope, clients }, plan.id, dependencies);
    expect(queue.waiting()).toMatchObject([{ database: "DB" }, { database: "DB_EU" }]);
    await queue.run(dependencies);
    expect(new Set(received.map((each) => each.make_send_public_id))).toEqual(
      new Set([...one.ids, ...two.ids]),
    );
    expect(asked.get("DB_EU")).toBeGreaterThan(2);
    const [row] = await rows("SELECT state FROM replay_plans WHERE id = ?", plan.id);
    expect(row).toEqual({ state: "done" });
  });

  it("is taken over by a later one where its sends failed again", async () => {
    const { tenant, queue, dependencies, scope, plan } = await plannedReplay(3);
    const answers = [404, 404].map((status) => new Response("", { status }));
    const refusing = queue.dependencies({ fetch: scriptedReceiver(...answers).fetch });
    await apply(scope, plan.id, refusing);
    await queue.run(refusing);
    queue.lose(1_000);
    const later = await storedPlan(scope, dependencies);
    await apply(scope, later.id, dependencies);
    await queue.run(dependencies);
    expect(await statusesOf(tenant)).toEqual({ delivered: 3 });
    expect(await standing(scope, plan.id, dependencies)).toMatchObject({
      delivered: 1,
      dead: 0,
      taken_over: 2,
    });
    expect(await standing(scope, later.id, dependencies)).toMatchObject({ delivered: 2, taken_over: 0 });
  });

  it("is a plan of another tenant's to nobody else, and of yesterday's to nobody", async () => {
    const { dependencies, scope, plan, queue } = await plannedReplay(1);
    const { tenant } = await tenantWithDead(1);
    expect(await apply(operatorOf(tenant), plan.id, dependencies)).toBe("not_found");
    expect(await cancel(operatorOf(tenant), plan.id, dependencies)).toBe("not_found");
    queue.lose(24 * 3_600_000);
    expect(await apply(scope, plan.id, dependencies)).toBe("expired");
  });
});
