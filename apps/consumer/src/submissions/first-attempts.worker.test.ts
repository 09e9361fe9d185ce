import {
  applyD1Migrations,
  createExecutionContext,
  createMessageBatch,
  env,
  getQueueResult,
} from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import {
  attemptsOf,
  deliveriesOf,
  hookUrl,
  runOf,
  scriptedReceiver,
  sealUrl,
} from "../../test/deliver-wakeups.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";
import { watchedD1 } from "../../test/watched-d1.ts";
import { fakeQueue } from "../../test/fake-queue.ts";
import { handleDeliveriesBatch } from "../deliveries/handle-deliveries-batch.ts";
import type { DeliveriesQueue, Dependencies } from "../dependencies.ts";
import { handleLeadsBatch } from "./handle-leads-batch.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const config = { ...testDependencies().config, firstAttempts: 6 };
const sending = (given: Partial<Dependencies> = {}) => ({ ...testDependencies(given), config });

async function tenantThere(): Promise<Tenant> {
  const tenant = await newTenant();
  await sealUrl(tenant, hookUrl);
  return tenant;
}
const people = (tenant: Tenant, count: number, from = 0) =>
  Array.from({ length: count }, (_, index) =>
    tenant.submission({
      fields: { email: `p${from + index}@example.com` },
      context: { ...tenant.submission().context, ip: null },
    }),
  );
const states = async (tenant: Tenant) =>
  (await deliveriesOf(tenant)).map(({ status, attempts }) => `${status} ${attempts}`);
const lost = () => Promise.reject(new Error("D1_ERROR: Network connection lost."));
const isSettle = (sql: string) => sql.includes("INSERT INTO delivery_attempts") && sql.includes("done");

describe("a lead that comes alone", () => {
  it("is stored and sent by the same invocation: three calls to D1, and no wake-up", async () => {
    const tenant = await tenantThere();
    const { received, fetch } = scriptedReceiver();
    const { d1, calls } = meteredCalls();
    const dependencies = sending({ fetch, control: d1, leadDatabase: () => d1 });
    expect(await deliverMessages(people(tenant, 1), dependencies)).toEqual({ acked: [0], retried: [] });
    expect(received).toHaveLength(1);
    expect(await states(tenant)).toEqual(["delivered 1"]);
    expect(await attemptsOf(tenant)).toEqual(["1 delivered"]);
    expect(dependencies.deliveriesQueue.sent).toEqual([]);
    expect(calls()).toBe(3);
    const sentAt = await rows("SELECT last_sent_at FROM leads WHERE client_id = ?", tenant.clientId);
    expect(sentAt).toEqual([{ last_sent_at: testNow }]);
  });

  it("gets the payload that its event keeps", async () => {
    const tenant = await tenantThere();
    const bodies: unknown[] = [];
    const fetch = (async (_input: unknown, init: RequestInit) => {
      bodies.push(JSON.parse(init.body as string));
      return new Response("Accepted");
    }) as Dependencies["fetch"];
    const posted = people(tenant, 1);
    await deliverMessages(posted, sending({ fetch }));
    // The same lead, sent later by a wake-up.
    await env.DB.prepare(
      "UPDATE deliveries SET status = 'pending', settled_at = NULL, next_attempt_at = ? WHERE client_id = ?",
    )
      .bind(testNow, tenant.clientId)
      .run();
    await runOf(tenant.destinationId, { fetch });
    expect(bodies).toHaveLength(2);
    expect(bodies[1]).toEqual(bodies[0]);
  });

  it("that the receiver does not take is tried again by its schedule", async () => {
    const tenant = await tenantThere();
    const { fetch } = scriptedReceiver(new Response("", { status: 503 }));
    const dependencies = sending({ fetch });
    await deliverMessages(people(tenant, 1), dependencies);
    expect(await states(tenant)).toEqual(["pending 1"]);
    expect(dependencies.deliveriesQueue.sent).toMatchObject([{ type: "wakeup", keys: [{ attempts: 1 }] }]);
  });

  it("goes by a wake-up while its destination fails", async () => {
    const tenant = await tenantThere();
    const { received, fetch } = scriptedReceiver(new Response("", { status: 503 }));
    await deliverMessages(people(tenant, 1), sending({ fetch }));
    const dependencies = sending({ fetch });
    await deliverMessages(people(tenant, 1, 1), dependencies);
    expect(received).toHaveLength(1);
    expect(dependencies.deliveriesQueue.sent).toMatchObject([{ type: "wakeup" }]);
    expect(await states(tenant)).toEqual(["pending 1", "pending 0"]);
  });

  it("goes by a run where its destination is slow, and waits for the probe where it is down", async () => {
    const tenant = await tenantThere();
    const set = (state: string) =>
      env.DB.prepare(
        "INSERT OR REPLACE INTO destination_health (destination_id, client_id, state, since, suspects_json, probe_wait_ms, next_probe_at) VALUES (?, ?, ?, 1, '[]', 5000, ?)",
      )
        .bind(tenant.destinationId, tenant.clientId, state, testNow + 5_000)
        .run();
    const { received, fetch } = scriptedReceiver();
    await set("slow");
    const slow = sending({ fetch });
    await deliverMessages(people(tenant, 2), slow);
    expect(slow.deliveriesQueue.sent).toEqual([
      { v: 1, type: "run", database: "DB", destination_id: tenant.destinationId, apart: true },
    ]);
    await set("down");
    const down = sending({ fetch });
    await deliverMessages(people(tenant, 2, 2), down);
    expect(down.deliveriesQueue.sent).toEqual([]);
    expect(received).toEqual([]);
    expect(new Set(await states(tenant))).toEqual(new Set(["pending 0"]));
  });
});

describe("a batch", () => {
  it.each([
    [6, 6, 0],
    [7, 0, 7],
  ])("of %d leads is sent at once: %d, by wake-ups: %d", async (leads, sent, woken) => {
    const tenant = await tenantThere();
    const { received, fetch } = scriptedReceiver();
    const dependencies = sending({ fetch });
    await deliverMessages(people(tenant, leads), dependencies);
    expect(received).toHaveLength(sent);
    const keys = dependencies.deliveriesQueue.sent.flatMap((message) =>
      message.type === "wakeup" ? message.keys : [],
    );
    expect(keys).toHaveLength(woken);
  });
});

describe("an invocation that dies", () => {
  it("behind its commit leaves the lead to the lease: sent once more at most, under the same id", async () => {
    const tenant = await tenantThere();
    const { received, fetch } = scriptedReceiver();
    const messages = people(tenant, 2);
    const dying = { leadDatabase: () => watchedD1(env.DB, (sql, run) => (isSettle(sql) ? lost() : run())) };
    await deliverMessages(messages, sending({ fetch, ...dying }));
    expect(await states(tenant)).toEqual(["in_flight 1", "in_flight 1"]);
    // Nobody acked: the queue delivers the message again, and finds it stored.
    await deliverMessages(messages, sending({ fetch }));
    await runOf(tenant.destinationId, { fetch });
    expect(received).toHaveLength(2);
    await runOf(tenant.destinationId, { fetch, now: () => testNow + 60_000 });
    expect(received).toHaveLength(4);
    expect(new Set(received.map((each) => each.make_send_public_id)).size).toBe(2);
    expect(await states(tenant)).toEqual(["delivered 2", "delivered 2"]);
  });

  it("before its sends loses nothing: the lease runs out, and they are made", async () => {
    const tenant = await tenantThere();
    const never = (() => Promise.reject(new Error("the process is gone"))) as Dependencies["sealer"];
    const { received, fetch } = scriptedReceiver();
    const silent = sending({
      fetch,
      sealer: never,
      leadDatabase: () => watchedD1(env.DB, (sql, run) => (isSettle(sql) ? lost() : run())),
    });
    await deliverMessages(people(tenant, 1), silent);
    expect(received).toEqual([]);
    await runOf(tenant.destinationId, { fetch, now: () => testNow + 60_000 });
    expect(received).toHaveLength(1);
  });

  it("settles its message all the same where what it sent cannot be settled", async () => {
    const tenant = await tenantThere();
    const { fetch } = scriptedReceiver();
    const broken = watchedD1(env.DB, (sql, run) =>
      isSettle(sql) ? Promise.reject(new Error("D1_ERROR: no such table: nothing")) : run(),
    );
    const result = await deliverMessages(people(tenant, 1), sending({ fetch, leadDatabase: () => broken }));
    expect(result).toEqual({ acked: [0], retried: [] });
  });
});

describe("D1 that goes away behind the commit", () => {
  const away = (sql: string, run: () => Promise<D1Result[]>) => (isSettle(sql) ? lost() : run());
  const handedOver = async (tenant: Tenant, receiver: ReturnType<typeof scriptedReceiver>) => {
    let waits = 0;
    const wait = async () => void (waits += 1);
    const dependencies = sending({
      fetch: receiver.fetch,
      wait,
      leadDatabase: () => watchedD1(env.DB, away),
    });
    const result = await deliverMessages(people(tenant, 1), dependencies);
    return { result, waits, message: dependencies.deliveriesQueue.sent[0] };
  };

  it("keeps no lead behind it waiting: what the receiver said goes on in a message, and is written when D1 is back", async () => {
    const tenant = await tenantThere();
    const receiver = scriptedReceiver();
    const { result, waits, message } = await handedOver(tenant, receiver);
    expect(result).toEqual({ acked: [0], retried: [] });
    expect(waits).toBeLessThan(5);
    expect(message).toMatchObject({ type: "settlement", sent: [{ attempt: { outcome: "delivered" } }] });
    expect(await states(tenant)).toEqual(["in_flight 1"]);
    await handOne(message);
    await handOne(message);
    expect(await states(tenant)).toEqual(["delivered 1"]);
    expect(await attemptsOf(tenant)).toEqual(["1 delivered"]);
    expect(receiver.received).toHaveLength(1);
  });

  it("has what failed tried again by its schedule, and switches off what is gone", async () => {
    const failed = await tenantThere();
    const later = await handedOver(failed, scriptedReceiver(new Response("", { status: 503 })));
    const { deliveriesQueue } = await handOne(later.message);
    expect(await states(failed)).toEqual(["pending 1"]);
    expect(deliveriesQueue.sent).toMatchObject([{ type: "wakeup", keys: [{ attempts: 1 }] }]);
    const gone = await tenantThere();
    await handOne((await handedOver(gone, scriptedReceiver(new Response("", { status: 410 })))).message);
    const enabled = await rows("SELECT enabled FROM destinations WHERE id = ?", gone.destinationId);
    expect(enabled).toEqual([{ enabled: 0 }]);
    expect(await states(gone)).toEqual(["dead 1"]);
  });

  it("and a queue that takes nothing either: it is asked until it answers", async () => {
    const tenant = await tenantThere();
    const { received, fetch } = scriptedReceiver();
    let waitedMs = 0;
    const wait = async (ms: number) => void (waitedMs += ms);
    const stumbling = watchedD1(env.DB, (sql, run) => (isSettle(sql) && waitedMs < 20_000 ? lost() : run()));
    const dependencies = sending({ fetch, wait, leadDatabase: () => stumbling });
    const deliveriesQueue = fakeQueue(() => true) as DeliveriesQueue;
    await deliverMessages(people(tenant, 1), { ...dependencies, deliveriesQueue });
    expect(await states(tenant)).toEqual(["delivered 1"]);
    expect(received).toHaveLength(1);
  });
});

/** Hands one message to the `deliveries` consumer. */
async function handOne(body: unknown) {
  const dependencies = testDependencies();
  const batch = createMessageBatch("deliveries", [
    { id: "1", timestamp: new Date(testNow), attempts: 1, body },
  ]);
  await handleDeliveriesBatch(batch, dependencies);
  expect((await getQueueResult(batch, createExecutionContext())).explicitAcks).toEqual(["1"]);
  return dependencies;
}

describe("many at once", () => {
  it("deliver the same message: the lead is sent once", async () => {
    const tenant = await tenantThere();
    const { received, fetch } = scriptedReceiver();
    const [body] = people(tenant, 1);
    const hand = async () => {
      const batch = createMessageBatch("leads", [
        { id: "1", timestamp: new Date(testNow), attempts: 1, body },
      ]);
      await handleLeadsBatch(batch, sending({ fetch }));
      return getQueueResult(batch, createExecutionContext());
    };
    await Promise.all(Array.from({ length: 10 }, hand));
    expect(received).toHaveLength(1);
    expect(await states(tenant)).toEqual(["delivered 1"]);
  });
});

/** How many batches it was asked. */
function meteredCalls() {
  let made = 0;
  const d1 = watchedD1(env.DB, (_sql, run) => {
    made += 1;
    return run();
  });
  return { d1, calls: () => made };
}
