import { applyD1Migrations, env } from "cloudflare:test";
import { dueDeliveries } from "@leadrelay/db/deliveries/due-deliveries";
import { knownShapes } from "@leadrelay/delivery/shapes/known-shapes";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { beforeAll, describe, expect, it } from "vitest";
import { testNow } from "../../test/deliver-messages.ts";
import { scriptedReceiver, tenantWithDeliveries, wake } from "../../test/deliver-wakeups.ts";
import { meteredD1 } from "../../test/metered-d1.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** What a wake-up for so many deliveries costs when the receiver takes them all, as it took others today. */
async function billFor(deliveries: number) {
  const { keys } = await tenantWithDeliveries(deliveries + 1);
  const isolate = { ...scriptedReceiver(), knownShapes: knownShapes() };
  await wake(keys.slice(0, 1), isolate);
  const { bill, databases } = meteredD1();
  await wake(keys.slice(1), { ...isolate, ...databases });
  return bill;
}

/** So many deliveries to a destination, each of a lead of its own; returns their public ids. */
async function insertDeliveries(count: number, destinationId: string, columns: Record<string, unknown>) {
  const names = Object.keys(columns);
  const publicIds = Array.from({ length: count }, () => crypto.randomUUID());
  const rows = publicIds.map((id) => [Math.floor(Math.random() * 2 ** 50), id]);
  const values = names.map((_, index) => `?${index + 3}`).join();
  await env.DB.prepare(
    `INSERT INTO deliveries (lead_id, event_id, destination_id, public_id, client_id, max_attempts, created_at, ${names.join()})
     SELECT value ->> 0, value ->> 1, ?1, value ->> 1, ?1, 10, 0, ${values} FROM json_each(?2)`,
  )
    .bind(destinationId, JSON.stringify(rows), ...Object.values(columns))
    .run();
  return publicIds;
}

describe("the bill of a delivered lead", () => {
  it("is four rows written, and for a whole wake-up three D1 calls, the day's counter, and how often it was answered so", async () => {
    const { written, calls } = await billFor(30);
    expect({ written, calls }).toEqual({ written: 4 * 30 + 2, calls: 3 });
  });

  it("is at most 20 rows read, with thousands of others in flight or due", async () => {
    const before = await billFor(1);
    const elsewhere = crypto.randomUUID();
    const lease = { status: "in_flight", attempts: 1, next_attempt_at: 1, lease_until: testNow + 40_000 };
    await insertDeliveries(3000, `in-flight-${elsewhere}`, lease);
    await insertDeliveries(3000, `due-${elsewhere}`, { status: "pending", attempts: 0, next_attempt_at: 1 });
    expect(await billFor(1)).toEqual(before);
    expect((await billFor(30)).read / 30).toBeLessThanOrEqual(20);
  });

  it("is nothing written for a wake-up that comes twice", async () => {
    const { keys } = await tenantWithDeliveries(5);
    await wake(keys, scriptedReceiver());
    const { bill, databases } = meteredD1();
    await wake(keys, { ...scriptedReceiver(), ...databases });
    expect(bill).toMatchObject({ written: 0, calls: 3 });
  });
});

describe("what the sweep picks", () => {
  it("is the longest waiting of each destination, whatever the backlog of another", async () => {
    const [busy, quiet] = [`busy-${crypto.randomUUID()}`, `quiet-${crypto.randomUUID()}`];
    await insertDeliveries(500, busy, { status: "pending", next_attempt_at: 1000 });
    const oldest = await insertDeliveries(3, busy, { status: "pending", next_attempt_at: 5 });
    const other = await insertDeliveries(1, quiet, { status: "pending", next_attempt_at: 2000 });
    const due = await runOne(
      env.DB,
      dueDeliveries(pipelineScope, [busy, quiet], { nowMs: testNow, limit: 3 }),
    );
    const picked = due.map(({ public_id }) => public_id);
    expect(picked.toSorted()).toEqual([...oldest, ...other].toSorted());
  });

  it("costs no more than it picks", async () => {
    const destination = `busy-${crypto.randomUUID()}`;
    await insertDeliveries(2000, destination, { status: "pending", next_attempt_at: 1000 });
    const { bill, databases } = meteredD1();
    await runOne(
      databases.control,
      dueDeliveries(pipelineScope, [destination], { nowMs: testNow, limit: 10 }),
    );
    expect(bill.read).toBeLessThan(60);
  });
});
