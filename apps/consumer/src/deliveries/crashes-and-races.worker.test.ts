import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testDependencies, testNow } from "../../test/deliver-messages.ts";
import {
  attemptsOf,
  deliveriesOf,
  lettersOf,
  runOf,
  scriptedReceiver,
  tenantWithDeliveries,
  wake,
} from "../../test/deliver-wakeups.ts";
import { rows } from "../../test/tenant.ts";
import { watchedD1 } from "../../test/watched-d1.ts";
import type { Dependencies } from "../dependencies.ts";
import { sweepDeliveries } from "../sweeps/deliveries/sweep-deliveries.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const lost = () => Promise.reject(new Error("D1_ERROR: Network connection lost."));
const isSettle = (sql: string) => sql.includes("INSERT INTO delivery_attempts") && sql.includes("done");
/** A worker whose settling never reaches D1, as if it died after the receiver answered. */
const diesBeforeSettle = (): Partial<Dependencies> => ({
  leadDatabase: () => watchedD1(env.DB, (sql, run) => (isSettle(sql) ? lost() : run())),
});
const afterLease = { now: () => testNow + 60_000 };

/** Runs the sweep with its own queue; returns the destinations it has worked through. */
async function sweep(given: Partial<Dependencies>) {
  const dependencies = testDependencies(given);
  await sweepDeliveries(dependencies);
  return dependencies.deliveriesQueue.sent.flatMap((message) =>
    message.type === "run" ? [message.destination_id] : [],
  );
}

describe("a worker that dies", () => {
  it("after the receiver's 200 costs at most one more send under the same id", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    const { received, fetch } = scriptedReceiver();
    await wake(keys, { fetch, ...diesBeforeSettle() });
    expect(await deliveriesOf(tenant)).toMatchObject([{ status: "in_flight", attempts: 1 }]);
    await wake(keys, { fetch });
    expect(received).toHaveLength(1);
    const woken = await sweep(afterLease);
    expect(woken).toContain(tenant.destinationId);
    await runOf(tenant.destinationId, { fetch, ...afterLease });
    expect(received).toHaveLength(2);
    expect(new Set(received.map((each) => each.make_send_public_id)).size).toBe(1);
    expect(await attemptsOf(tenant)).toEqual(["1 lost", "2 delivered"]);
  });

  it("in its last attempt leaves a dead letter that says so", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    await env.DB.prepare("UPDATE deliveries SET max_attempts = 1 WHERE client_id = ?")
      .bind(tenant.clientId)
      .run();
    const { fetch } = scriptedReceiver();
    await wake(keys, { fetch, ...diesBeforeSettle() });
    await sweep(afterLease);
    await sweep(afterLease);
    expect(await deliveriesOf(tenant)).toMatchObject([{ status: "dead", attempts: 1 }]);
    expect(await lettersOf(tenant)).toMatchObject([{ cause: "lost", state: "open" }]);
    expect(await attemptsOf(tenant)).toEqual(["1 lost"]);
  });
});

describe("a lease that runs out while its worker lives", () => {
  it("a late 200 counts, and closes what was opened meanwhile", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    await env.DB.prepare("UPDATE deliveries SET max_attempts = 1 WHERE client_id = ?")
      .bind(tenant.clientId)
      .run();
    const { fetch } = scriptedReceiver(async () => {
      await sweep(afterLease);
      return new Response("Accepted");
    });
    await wake(keys, { fetch });
    expect(await deliveriesOf(tenant)).toMatchObject([{ status: "delivered" }]);
    expect(await lettersOf(tenant)).toMatchObject([{ state: "replayed", settle_reason: "delivered late" }]);
    expect(await attemptsOf(tenant)).toEqual(["1 delivered"]);
  });

  it("a late failure changes nothing of what the next worker did", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    const second = scriptedReceiver();
    const first = scriptedReceiver(async () => {
      await wake(keys, { fetch: second.fetch, ...afterLease });
      return new Response("", { status: 404 });
    });
    await wake(keys, { fetch: first.fetch });
    expect(await deliveriesOf(tenant)).toMatchObject([{ status: "delivered", attempts: 2 }]);
    expect(await lettersOf(tenant)).toEqual([]);
  });
});

describe("a worker whose clock is ten minutes", () => {
  const minutes = (count: number) => ({ now: () => testNow + count * 60_000 });

  it("ahead believes every lease run out: one more send at most under the same id, and nothing lost", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    const ahead = scriptedReceiver();
    const { received, fetch } = scriptedReceiver(async () => {
      await wake(keys, { fetch: ahead.fetch, ...minutes(10) });
      return new Response("Accepted");
    });
    await wake(keys, { fetch });
    const sent = [...received, ...ahead.received].map((each) => each.make_send_public_id);
    expect({ sends: sent.length, ids: new Set(sent).size }).toEqual({ sends: 2, ids: 1 });
    expect(await deliveriesOf(tenant)).toMatchObject([{ status: "delivered" }]);
    expect(await attemptsOf(tenant)).toEqual(["1 delivered", "2 delivered"]);
  });

  it("behind waits, and sends itself on", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    const { received, fetch } = scriptedReceiver();
    const { woken } = await wake(keys, { fetch, ...minutes(-10) });
    expect({ received: received.length, woken: woken.length }).toEqual({ received: 0, woken: 1 });
    expect(await deliveriesOf(tenant)).toMatchObject([{ status: "pending", attempts: 0 }]);
  });
});

describe("a claim that D1 makes and does not answer", () => {
  const isClaim = (sql: string) => sql.includes("UPDATE deliveries") && !isSettle(sql);
  const lying = () => {
    let hasLied = false;
    return watchedD1(env.DB, async (sql, run) => {
      const results = await run();
      if (hasLied || !isClaim(sql)) return results;
      hasLied = true;
      return lost();
    });
  };

  it("is asked again and knows what it took: sent at once, and one try is spent", async () => {
    const { tenant, keys } = await tenantWithDeliveries(3);
    const { received, fetch } = scriptedReceiver();
    const { retried } = await wake(keys, { fetch, leadDatabase: lying });
    expect(retried).toBe(0);
    expect(received).toHaveLength(3);
    expect((await deliveriesOf(tenant)).map(({ status, attempts }) => `${status} ${attempts}`)).toEqual(
      Array.from({ length: 3 }, () => "delivered 1"),
    );
  });
});

describe("many workers at once", () => {
  it("twenty with the same wake-up send each delivery once", async () => {
    const { tenant, keys } = await tenantWithDeliveries(30);
    const { received, fetch } = scriptedReceiver();
    await Promise.all(Array.from({ length: 20 }, () => wake(keys, { fetch })));
    const sent = received.map((each) => each.make_send_public_id).toSorted();
    expect(sent).toEqual((await deliveriesOf(tenant)).map(({ public_id }) => public_id).toSorted());
    expect(new Set((await deliveriesOf(tenant)).map(({ status }) => status))).toEqual(new Set(["delivered"]));
  });
});

describe("a wake-up that names a delivery twice", () => {
  it("sends it once", async () => {
    const { keys } = await tenantWithDeliveries();
    const { received, fetch } = scriptedReceiver();
    await wake([...keys, ...keys], { fetch });
    expect(received).toHaveLength(1);
  });
});

describe("D1 away", () => {
  it("at the claim: the wake-up is retried, nothing is sent", async () => {
    const { keys } = await tenantWithDeliveries();
    const { received, fetch } = scriptedReceiver();
    const { retried } = await wake(keys, { fetch, leadDatabase: () => watchedD1(env.DB, lost) });
    expect({ retried, sent: received.length }).toEqual({ retried: 1, sent: 0 });
  });

  it("for a minute at the settle: it is asked until it answers, and one send is enough", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    const { received, fetch } = scriptedReceiver();
    let waitedMs = 0;
    const wait = async (ms: number) => void (waitedMs += ms);
    const stumbling = watchedD1(env.DB, (sql, run) => (isSettle(sql) && waitedMs < 60_000 ? lost() : run()));
    const now = () => testNow + waitedMs;
    await wake(keys, { fetch, wait, now, leadDatabase: () => stumbling });
    await wake(keys, { fetch, now });
    expect(received).toHaveLength(1);
    expect(await deliveriesOf(tenant)).toMatchObject([{ status: "delivered", attempts: 1 }]);
    const sentAt = await rows("SELECT last_sent_at FROM leads WHERE client_id = ?", tenant.clientId);
    expect(sentAt).toEqual([{ last_sent_at: testNow }]);
  });
});

describe("the sweep", () => {
  it("wakes what nobody woke, and leaves alone what is held, settled, early or under way", async () => {
    const due = await tenantWithDeliveries(3);
    const held = await tenantWithDeliveries(1, { destination: { enabled: 0 } });
    const early = await tenantWithDeliveries();
    await env.DB.prepare("UPDATE deliveries SET next_attempt_at = ? WHERE client_id = ?")
      .bind(testNow + 1, early.tenant.clientId)
      .run();
    const underWay = await tenantWithDeliveries();
    await wake(underWay.keys, { ...scriptedReceiver(), ...diesBeforeSettle() });
    const done = await tenantWithDeliveries();
    await wake(done.keys, scriptedReceiver());
    const woken = await sweep({});
    expect(woken).toContain(due.tenant.destinationId);
    for (const other of [held, early, underWay, done])
      expect(woken).not.toContain(other.tenant.destinationId);
  });

  it("takes up what was held when its destination is switched on again, and ends it when it was deleted", async () => {
    const on = await tenantWithDeliveries(3, { destination: { enabled: 0 } });
    const deleted = await tenantWithDeliveries(1, { destination: { enabled: 0 } });
    await sweep({});
    expect(new Set((await deliveriesOf(on.tenant)).map(({ status }) => status))).toEqual(new Set(["held"]));
    await env.DB.batch([
      env.DB.prepare("UPDATE destinations SET enabled = 1 WHERE id = ?").bind(on.tenant.destinationId),
      env.DB.prepare("UPDATE destinations SET deleted_at = 1 WHERE id = ?").bind(
        deleted.tenant.destinationId,
      ),
    ]);
    const { received, fetch } = scriptedReceiver();
    const woken = await sweep({});
    for (const { tenant } of [on, deleted]) {
      expect(woken).toContain(tenant.destinationId);
      await runOf(tenant.destinationId, { fetch });
    }
    expect(received).toHaveLength(3);
    expect((await deliveriesOf(on.tenant)).map(({ status, attempts }) => [status, attempts])).toEqual(
      [1, 2, 3].map(() => ["delivered", 1]),
    );
    expect(await deliveriesOf(deleted.tenant)).toMatchObject([{ status: "cancelled", attempts: 0 }]);
  });
});
