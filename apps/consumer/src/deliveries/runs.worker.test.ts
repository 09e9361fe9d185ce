import { replayDelivery } from "@leadrelay/delivery/replay/replay-delivery";
import { applyD1Migrations, createMessageBatch, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testDependencies, testNow } from "../../test/deliver-messages.ts";
import {
  attemptsOf,
  deliveriesOf,
  runOf,
  scriptedReceiver,
  tenantWithDeliveries,
  wake,
} from "../../test/deliver-wakeups.ts";
import { operatorOf } from "../../test/plan-replays.ts";
import { fakeQueue } from "../../test/fake-queue.ts";
import { rows, type Tenant } from "../../test/tenant.ts";
import type { DeliveriesQueue, Dependencies } from "../dependencies.ts";
import { replayDependencies } from "../replays/replay-dependencies.ts";
import { handleDeliveriesBatch } from "./handle-deliveries-batch.ts";
import { sweepDeliveries } from "../sweeps/deliveries/sweep-deliveries.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const failing = (status = 503) => ({
  fetch: (async () => new Response("", { status })) as Dependencies["fetch"],
});
const at = (ms: number) => ({ now: () => testNow + ms });
/** A clock that goes on by so much with each request. */
function taking(ms: number) {
  let clock = testNow;
  const fetch = (async () => {
    clock += ms;
    return new Response("Accepted");
  }) as Dependencies["fetch"];
  return { fetch, now: () => clock };
}

interface Health {
  state: string;
  next_probe_at: number | null;
}
const healthOf = async (tenant: Tenant) =>
  (
    await rows<Health>(
      "SELECT state, next_probe_at FROM destination_health WHERE destination_id = ?",
      tenant.destinationId,
    )
  )[0];
const states = async (tenant: Tenant) => {
  const all = (await deliveriesOf(tenant)).map(({ status, attempts }) => `${status} ${attempts}`);
  return Object.fromEntries([...Map.groupBy(all, (each) => each)].map(([name, same]) => [name, same.length]));
};

/** The tenant's destination, gone down by its first wake-up. */
async function tenantDown(leads = 40) {
  const { tenant, keys } = await tenantWithDeliveries(leads);
  await wake(keys.slice(0, 30), failing());
  expect(await healthOf(tenant)).toEqual({ state: "down", next_probe_at: testNow + 5_000 });
  return { tenant, keys };
}

describe("a receiver that goes down", () => {
  it("is asked no further than it takes to know, and nobody's tries are spent on it", async () => {
    const { tenant, keys } = await tenantWithDeliveries(30);
    let requests = 0;
    const fetch = (async () => {
      requests += 1;
      return new Response("", { status: 503 });
    }) as Dependencies["fetch"];
    const { woken } = await wake(keys, { fetch });
    // Five in a row, and what the other lanes had under way.
    expect(requests).toBeGreaterThanOrEqual(5);
    expect(requests).toBeLessThanOrEqual(10);
    const tries = await rows<{ left: number }>(
      "SELECT max_attempts - attempts AS left FROM deliveries WHERE client_id = ?",
      tenant.clientId,
    );
    expect(tries.filter(({ left }) => left === 10)).toHaveLength(30 - requests);
    expect(woken).toContainEqual({
      v: 1,
      type: "run",
      database: "DB",
      destination_id: tenant.destinationId,
      apart: true,
    });
  });

  it("is not asked again by wake-ups, whoever sends them", async () => {
    const { tenant, keys } = await tenantDown();
    const { received, fetch } = scriptedReceiver();
    await wake(keys, { fetch, ...at(60_000) });
    expect(received).toHaveLength(0);
    expect(await states(tenant)).toMatchObject({ "pending 0": 10 });
  });

  it("gets one probe at a time, and none before it is due", async () => {
    const { tenant } = await tenantDown();
    const { received, fetch } = scriptedReceiver(
      ...Array.from({ length: 9 }, () => new Response("", { status: 503 })),
    );
    await runOf(tenant.destinationId, { fetch, ...at(4_999) });
    expect(received).toHaveLength(0);
    await Promise.all(Array.from({ length: 10 }, () => runOf(tenant.destinationId, { fetch, ...at(5_000) })));
    expect(received).toHaveLength(1);
    expect(await healthOf(tenant)).toEqual({ state: "down", next_probe_at: testNow + 15_000 });
    await runOf(tenant.destinationId, { fetch, ...at(14_000) });
    expect(received).toHaveLength(1);
  });

  it("a probe in vain leaves the delivery as many tries as it had, and the next probes another", async () => {
    const { tenant } = await tenantDown();
    const { received, fetch } = scriptedReceiver(
      ...Array.from({ length: 9 }, () => new Response("", { status: 503 })),
    );
    for (const ms of [10_000, 40_000, 80_000, 120_000])
      await runOf(tenant.destinationId, { fetch, ...at(ms) });
    expect(received).toHaveLength(4);
    const spent = await rows<{ left: number; attempts: number }>(
      "SELECT max_attempts - attempts AS left, attempts FROM deliveries WHERE client_id = ?",
      tenant.clientId,
    );
    expect(Math.min(...spent.map(({ left }) => left))).toBe(9);
    expect(new Set(received.map((each) => each.make_send_public_id)).size).toBeGreaterThan(1);
  });

  it("whose prober dies is probed again when its claim on the probe runs out", async () => {
    const { tenant } = await tenantDown();
    await env.DB.prepare("UPDATE destination_health SET next_probe_at = ? WHERE destination_id = ?")
      .bind(testNow + 85_000, tenant.destinationId)
      .run();
    const { received, fetch } = scriptedReceiver();
    await runOf(tenant.destinationId, { fetch, ...at(84_000) });
    expect(received).toHaveLength(0);
    await runOf(tenant.destinationId, { fetch, ...at(85_000) });
    expect(received).toHaveLength(1);
  });

  it("and comes back has all that waits at once, oldest first", async () => {
    const { tenant } = await tenantDown();
    const { received, fetch } = scriptedReceiver();
    const { asked } = await runOf(tenant.destinationId, { fetch, ...at(6_000) });
    expect(received).toHaveLength(1);
    expect(await healthOf(tenant)).toBeUndefined();
    expect(asked.filter(({ type }) => type === "run")).toHaveLength(8);
    const later = await rows(
      "SELECT 1 FROM deliveries WHERE client_id = ? AND next_attempt_at > ?",
      tenant.clientId,
      testNow + 6_000,
    );
    expect(later).toEqual([]);
    for (let messages = 0; messages < 3; messages += 1)
      await runOf(tenant.destinationId, { fetch, ...at(6_000) }, "deliveries");
    expect(await states(tenant)).toEqual({
      "delivered 1": expect.any(Number),
      "delivered 2": expect.any(Number),
    });
    expect(new Set(received.map((each) => each.make_send_public_id)).size).toBe(40);
    expect(received).toHaveLength(40);
  });

  it("once for one lead is not down: the lead may be what it cannot stand", async () => {
    const { tenant, keys } = await tenantWithDeliveries(1);
    for (let tries = 0; tries < 6; tries += 1)
      await wake(keys, { ...failing(), ...at(tries * 3_600_000 * 12) });
    expect((await healthOf(tenant))?.state).toBe("failing");
    expect(await attemptsOf(tenant)).toHaveLength(6);
  });
});

describe("a receiver that is slow", () => {
  it("is left to runs of its own after the first answer, and well again after a fast one", async () => {
    const { tenant, keys } = await tenantWithDeliveries(3);
    await wake(keys.slice(0, 1), taking(9_000));
    expect((await healthOf(tenant))?.state).toBe("slow");
    const { received, fetch } = scriptedReceiver();
    const { woken } = await wake(keys.slice(1), { fetch });
    expect(received).toHaveLength(0);
    expect(woken).toEqual([
      { v: 1, type: "run", database: "DB", destination_id: tenant.destinationId, apart: true },
    ]);
    await runOf(tenant.destinationId, { fetch });
    expect(received).toHaveLength(2);
    expect(await healthOf(tenant)).toBeUndefined();
  });

  it("holds up nobody: a run asked for on the fast queue goes to the other", async () => {
    const { tenant, keys } = await tenantWithDeliveries(2);
    await wake(keys.slice(0, 1), taking(9_000));
    const slowDeliveriesQueue = fakeQueue() as ReturnType<typeof fakeQueue> & DeliveriesQueue;
    const { received, fetch } = scriptedReceiver();
    const { asked } = await runOf(tenant.destinationId, { fetch, slowDeliveriesQueue }, "deliveries");
    expect({ received, asked }).toEqual({ received: [], asked: [] });
    expect(slowDeliveriesQueue.sent).toHaveLength(1);
    await runOf(tenant.destinationId, { fetch, slowDeliveriesQueue });
    expect(received).toHaveLength(1);
  });

  it("has no more than its share of invocations at once, and its client no more than its own", async () => {
    const { tenant, keys } = await tenantWithDeliveries(200);
    await wake(keys.slice(0, 1), taking(9_000));
    let [underWay, most] = [0, 0];
    const lanes = 6;
    const fetch = (async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await scheduler.wait(5);
      underWay -= 1;
      return new Response("Accepted");
    }) as Dependencies["fetch"];
    let clock = testNow;
    const now = () => (clock += 300);
    await Promise.all(Array.from({ length: 20 }, () => runOf(tenant.destinationId, { fetch, now })));
    expect(most).toBeLessThanOrEqual(4 * lanes);
    expect(most).toBeGreaterThan(lanes);
    const [left] = await rows<{ runs: number }>(
      "SELECT count(*) AS runs FROM destination_runs WHERE destination_id = ?",
      tenant.destinationId,
    );
    expect(left).toEqual({ runs: 0 });
  });
});

describe("the runs of a destination with a backlog", () => {
  it("beside each other send each delivery once", async () => {
    const { tenant } = await tenantWithDeliveries(100);
    await env.DB.prepare("UPDATE deliveries SET next_attempt_at = ? WHERE client_id = ?")
      .bind(testNow, tenant.clientId)
      .run();
    const { received, fetch } = scriptedReceiver();
    await Promise.all(Array.from({ length: 10 }, () => runOf(tenant.destinationId, { fetch })));
    expect(received).toHaveLength(100);
    expect(await states(tenant)).toEqual({ "delivered 1": 100 });
  });

  it("ask for their continuation after two seconds, on the queue of those that are well", async () => {
    const { tenant } = await tenantWithDeliveries(100);
    const { asked } = await runOf(tenant.destinationId, taking(500));
    expect(asked).toEqual([{ v: 1, type: "run", database: "DB", destination_id: tenant.destinationId }]);
    expect(await states(tenant)).toEqual({ "delivered 1": 30, "pending 0": 70 });
  });

  it("end where others hold every slot, and take those whose lease ran out", async () => {
    const { tenant } = await tenantWithDeliveries(2);
    const hold = (until: number) =>
      env.DB.batch(
        Array.from({ length: 8 }, (_, slot) =>
          env.DB.prepare("INSERT OR REPLACE INTO destination_runs VALUES (?, ?, ?, ?)").bind(
            tenant.destinationId,
            slot,
            tenant.clientId,
            until,
          ),
        ),
      );
    const { received, fetch } = scriptedReceiver();
    await hold(testNow + 1);
    await runOf(tenant.destinationId, { fetch });
    expect(received).toHaveLength(0);
    await hold(testNow);
    await runOf(tenant.destinationId, { fetch });
    expect(received).toHaveLength(2);
  });

  it("take up what another worker's lease ran out on, and leave what was lost in its last try to the sweep", async () => {
    const { tenant } = await tenantWithDeliveries(2);
    await env.DB.batch([
      env.DB.prepare(
        "UPDATE deliveries SET status = 'in_flight', attempts = 1, lease_until = ? WHERE client_id = ?",
      ).bind(testNow - 1, tenant.clientId),
      env.DB.prepare(
        "UPDATE deliveries SET max_attempts = 1 WHERE lead_id = (SELECT min(lead_id) FROM deliveries WHERE client_id = ?)",
      ).bind(tenant.clientId),
    ]);
    const { received, fetch } = scriptedReceiver();
    await runOf(tenant.destinationId, { fetch });
    expect(received).toHaveLength(1);
    expect(await states(tenant)).toEqual({ "in_flight 1": 1, "delivered 2": 1 });
  });

  it("of a destination that nobody knows, or that is switched off, send nothing", async () => {
    const { received, fetch } = scriptedReceiver();
    await runOf("dst_unknown", { fetch });
    const { tenant } = await tenantWithDeliveries(2);
    await env.DB.prepare("UPDATE destinations SET enabled = 0 WHERE id = ?").bind(tenant.destinationId).run();
    await runOf(tenant.destinationId, { fetch });
    expect(received).toHaveLength(0);
    expect(await states(tenant)).toEqual({ "held 0": 2 });
  });
});

describe("a lead that comes while a destination is being worked through", () => {
  it("is taken by a run that gets another slot", async () => {
    const { tenant, keys } = await tenantWithDeliveries(2);
    await wake(keys.slice(0, 1), taking(9_000));
    await env.DB.prepare("INSERT INTO destination_runs VALUES (?, 0, ?, ?)")
      .bind(tenant.destinationId, tenant.clientId, testNow + 60_000)
      .run();
    const { received, fetch } = scriptedReceiver();
    await runOf(tenant.destinationId, { fetch });
    expect(received).toHaveLength(1);
  });

  it("and finds every slot taken is found by who holds them: a run that sent something looks again", async () => {
    const { tenant, keys } = await tenantWithDeliveries(3);
    await wake(keys.slice(0, 1), taking(9_000));
    await env.DB.prepare(
      "UPDATE deliveries SET next_attempt_at = ? WHERE client_id = ? AND status = 'pending'",
    )
      .bind(testNow + 1, tenant.clientId)
      .run();
    await env.DB.prepare(
      "UPDATE deliveries SET next_attempt_at = ? WHERE lead_id = (SELECT max(lead_id) FROM deliveries WHERE client_id = ?)",
    )
      .bind(testNow, tenant.clientId)
      .run();
    const { asked } = await runOf(tenant.destinationId, taking(9_000));
    expect(asked).toEqual([
      { v: 1, type: "run", database: "DB", destination_id: tenant.destinationId, apart: true },
    ]);
    const { received, fetch } = scriptedReceiver();
    await runOf(tenant.destinationId, { fetch, ...at(1) });
    expect(received).toHaveLength(1);
    expect((await runOf(tenant.destinationId, { fetch, ...at(1) })).asked).toEqual([]);
  });
});

describe("what waits for a destination that takes nothing any more", () => {
  it.each([
    ["switched off while it was down", "enabled = 0", "held 0"],
    ["deleted while it was down", "deleted_at = 1", "cancelled 0"],
  ])("%s is ended at once, however much it is", async (_, change, state) => {
    const { tenant } = await tenantWithDeliveries(70);
    await env.DB.prepare(
      "INSERT INTO destination_health (destination_id, client_id, state, since, suspects_json, probe_wait_ms, next_probe_at) VALUES (?, ?, 'down', 1, '[]', 5000, 1)",
    )
      .bind(tenant.destinationId, tenant.clientId)
      .run();
    await env.DB.prepare(`UPDATE destinations SET ${change} WHERE id = ?`).bind(tenant.destinationId).run();
    await runOf(tenant.destinationId);
    expect(await states(tenant)).toEqual({ [state]: 70 });
  });

  it("because nobody knows it any more is cancelled", async () => {
    const { tenant } = await tenantWithDeliveries(2);
    await env.DB.prepare("DELETE FROM destinations WHERE id = ?").bind(tenant.destinationId).run();
    await runOf(tenant.destinationId);
    expect(await states(tenant)).toEqual({ "cancelled 0": 2 });
  });
});

describe("a replay at a pace that is overdue", () => {
  it("hides no lead of its destination from the runs, and is not sent by them", async () => {
    const { tenant } = await tenantWithDeliveries(40);
    await env.DB.batch([
      env.DB.prepare(
        "UPDATE deliveries SET replay_id = 'r', next_attempt_at = ? WHERE client_id = ? AND lead_id <> (SELECT max(lead_id) FROM deliveries WHERE client_id = ?)",
      ).bind(testNow - 1_000, tenant.clientId, tenant.clientId),
      env.DB.prepare("INSERT INTO destination_pace VALUES (?, 1, ?)").bind(tenant.destinationId, testNow),
    ]);
    const { received, fetch } = scriptedReceiver();
    await runOf(tenant.destinationId, { fetch });
    expect(received).toHaveLength(1);
    expect(await states(tenant)).toEqual({ "delivered 1": 1, "pending 0": 39 });
  });
});

describe("a probe of a destination with nothing due", () => {
  it("is left to whoever comes next", async () => {
    const { tenant } = await tenantWithDeliveries(1);
    await env.DB.batch([
      env.DB.prepare("UPDATE deliveries SET next_attempt_at = ? WHERE client_id = ?").bind(
        testNow + 60_000,
        tenant.clientId,
      ),
      env.DB.prepare(
        "INSERT INTO destination_health (destination_id, client_id, state, since, suspects_json, probe_wait_ms, next_probe_at) VALUES (?, ?, 'down', 1, '[]', 5000, ?)",
      ).bind(tenant.destinationId, tenant.clientId, testNow),
    ]);
    const { received, fetch } = scriptedReceiver();
    await runOf(tenant.destinationId, { fetch });
    expect(received).toEqual([]);
    expect(await healthOf(tenant)).toEqual({ state: "down", next_probe_at: testNow });
  });
});

describe("a queue for slow destinations that is called otherwise", () => {
  it("is worked through all the same", async () => {
    const { tenant, keys } = await tenantWithDeliveries(2);
    await wake(keys.slice(0, 1), taking(9_000));
    const slowDeliveriesQueue = fakeQueue() as ReturnType<typeof fakeQueue> & DeliveriesQueue;
    await runOf(tenant.destinationId, { slowDeliveriesQueue }, "deliveries");
    const { received, fetch } = scriptedReceiver();
    const batch = createMessageBatch("deliveries-staging", [
      { id: "1", timestamp: new Date(testNow), attempts: 1, body: slowDeliveriesQueue.sent[0] },
    ]);
    await handleDeliveriesBatch(batch, { ...testDependencies(), fetch, slowDeliveriesQueue });
    expect(received).toHaveLength(1);
  });
});

describe("the sweep", () => {
  const swept = async (tenant: Tenant, given: Partial<Dependencies> = {}) => {
    const dependencies = testDependencies(given);
    await sweepDeliveries(dependencies);
    return dependencies.deliveriesQueue.sent.filter(
      (message) => message.type === "run" && message.destination_id === tenant.destinationId,
    ).length;
  };

  it("asks for as many runs as there is work for, up to the destination's share", async () => {
    const few = await tenantWithDeliveries(31);
    const many = await tenantWithDeliveries(300);
    expect(await swept(few.tenant)).toBe(2);
    expect(await swept(many.tenant)).toBe(8);
  });

  it("asks for none where somebody is at it: those go on until nothing is left", async () => {
    const { tenant } = await tenantWithDeliveries(40);
    await env.DB.prepare("INSERT INTO destination_runs VALUES (?, 0, ?, ?)")
      .bind(tenant.destinationId, tenant.clientId, testNow + 1)
      .run();
    expect(await swept(tenant)).toBe(0);
    expect(await swept(tenant, at(1))).toBe(2);
  });

  it("asks for the probe of one that is down, once it is overdue, and for nothing else there", async () => {
    const { tenant } = await tenantDown();
    expect(await swept(tenant, at(4_999))).toBe(0);
    expect(await swept(tenant, at(5_000))).toBe(1);
  });
});

describe("a wake-up that waited behind others", () => {
  const wakeLate = async (tenant: Tenant, lateMs: number, fetch: Dependencies["fetch"]) => {
    const keys = await rows(
      "SELECT lead_id, event_id, destination_id FROM deliveries WHERE client_id = ? LIMIT 1",
      tenant.clientId,
    );
    const body = { v: 1, type: "wakeup", database: "DB", keys, at: testNow - lateMs };
    const batch = createMessageBatch("deliveries", [
      { id: "1", timestamp: new Date(testNow), attempts: 1, body },
    ]);
    await handleDeliveriesBatch(batch, { ...testDependencies(), fetch });
  };

  it("works through its destination within the destination's share, and ends where that is taken", async () => {
    const { tenant } = await tenantWithDeliveries(40);
    const { received, fetch } = scriptedReceiver();
    await wakeLate(tenant, 10_000, fetch);
    expect(received).toHaveLength(1);
    await env.DB.batch(
      Array.from({ length: 8 }, (_, slot) =>
        env.DB.prepare("INSERT INTO destination_runs VALUES (?, ?, ?, ?)").bind(
          tenant.destinationId,
          slot,
          tenant.clientId,
          testNow + 1,
        ),
      ),
    );
    await wakeLate(tenant, 10_001, fetch);
    expect(received).toHaveLength(1);
    await env.DB.prepare("DELETE FROM destination_runs").run();
    await wakeLate(tenant, 10_001, fetch);
    expect(received).toHaveLength(40);
  });
});

describe("a destination that is down", () => {
  it("is probed at once for whoever wakes it when its probe is due", async () => {
    const { tenant, keys } = await tenantDown();
    const early = await wake(keys.slice(30), { ...failing(), ...at(1_000) });
    expect(early.woken).toEqual([]);
    const due = await wake(keys.slice(30), { ...failing(), ...at(5_000) });
    expect(due.woken).toEqual([
      { v: 1, type: "run", database: "DB", destination_id: tenant.destinationId, apart: true },
    ]);
  });

  it("is probed at once for whoever retries one of its deliveries by name", async () => {
    const { tenant } = await tenantDown();
    const later = await rows<{ public_id: string }>(
      "SELECT public_id FROM deliveries WHERE client_id = ? AND next_attempt_at > ?",
      tenant.clientId,
      testNow,
    );
    const dependencies = { ...testDependencies(), ...failing() };
    const change = await replayDelivery(
      operatorOf(tenant),
      { deliveryId: later[0]?.public_id ?? "", by: "op" },
      replayDependencies(dependencies),
    );
    if (change.kind !== "ready") throw new Error(change.kind);
    await change.wake();
    expect(await healthOf(tenant)).toEqual({ state: "down", next_probe_at: testNow });
  });
});
