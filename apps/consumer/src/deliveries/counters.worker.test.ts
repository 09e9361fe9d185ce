import { bucketOf, noBucket } from "@leadrelay/core/statistics/latency-buckets";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { countersOf, dailyCountsOf, latenciesOf } from "../../test/counters.ts";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { scriptedReceiver, tenantWithDeliveries, wake } from "../../test/deliver-wakeups.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";
import { watchedD1 } from "../../test/watched-d1.ts";
import type { Dependencies } from "../dependencies.ts";
import { sweepDeliveries } from "../sweeps/deliveries/sweep-deliveries.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const day = Math.floor(testNow / 86_400_000);
const afterLease = { now: () => testNow + 60_000 };
const answer = (...statuses: number[]) =>
  scriptedReceiver(...statuses.map((status) => new Response("", { status })));
const isSettle = (sql: string) => sql.includes("INSERT INTO delivery_attempts") && sql.includes("done");
const lost = () => Promise.reject(new Error("D1_ERROR: Network connection lost."));
const sweep = (given: Partial<Dependencies>) => sweepDeliveries(testDependencies(given));

const change = (tenant: Tenant, assignments: string) =>
  env.DB.prepare(`UPDATE deliveries SET ${assignments} WHERE client_id = ?`).bind(tenant.clientId).run();
/** As a replay does: due again, one more try. */
const replay = (tenant: Tenant) =>
  change(
    tenant,
    `status = 'pending', settled_at = NULL, next_attempt_at = ${testNow}, schedule_from = attempts, max_attempts = attempts + 1`,
  );
/** Deliveries' counters alone. */
async function outcomesOf(tenant: Tenant) {
  const { new_lead: _, dead = 0, ...outcomes } = await countersOf(tenant);
  return dead === 0 ? outcomes : { ...outcomes, dead };
}

/** How many of those that arrived had died. */
async function mendedOf(tenant: Tenant): Promise<number> {
  const counts = await dailyCountsOf(tenant);
  return counts.reduce((sum, { mended }) => sum + mended, 0);
}

describe("a delivery that arrived is counted", () => {
  it("on the day of the answer, by form, destination and how long it took", async () => {
    const { tenant, keys } = await tenantWithDeliveries(3);
    await wake(keys, scriptedReceiver());
    const place = {
      client_id: null,
      day,
      form_id: tenant.formId,
      destination_id: tenant.destinationId,
    };
    expect(await dailyCountsOf(tenant)).toContainEqual({
      ...place,
      counter: "delivered",
      value: 3,
      mended: 0,
    });
    // Submitted ten minutes before.
    expect(await latenciesOf(tenant)).toEqual([{ ...place, bucket: bucketOf(600_000), value: 3 }]);
  });

  it("once, when D1 settled it and failed to say so", async () => {
    const { tenant, keys } = await tenantWithDeliveries(3);
    let lies = 2;
    const lying = watchedD1(env.DB, async (sql, run) => {
      const results = await run();
      return isSettle(sql) && lies-- > 0 ? lost() : results;
    });
    const { fetch } = answer(200, 404, 200);
    await wake(keys, { fetch, leadDatabase: () => lying });
    expect(lies).toBeLessThan(0);
    expect(await outcomesOf(tenant)).toEqual({ delivered: 2, dead: 1 });
  });

  it("once, by eight workers woken at once and by two whose claims overlap", async () => {
    const { tenant, keys } = await tenantWithDeliveries(4);
    const { fetch } = scriptedReceiver();
    await Promise.all(Array.from({ length: 8 }, () => wake(keys, { fetch })));
    expect(await outcomesOf(tenant)).toEqual({ delivered: 4 });
    await replay(tenant);
    const slow = scriptedReceiver(async () => {
      await wake(keys, { fetch, ...afterLease });
      return new Response("Accepted");
    });
    await change(tenant, "max_attempts = max_attempts + 1");
    await wake(keys.slice(0, 1), { fetch: slow.fetch });
    expect(await outcomesOf(tenant)).toEqual({ delivered: 8 });
  });

  it("without a latency and under no form, when it is older than these columns", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    await change(tenant, "form_id = NULL, submitted_at = NULL");
    await wake(keys, scriptedReceiver());
    expect(await dailyCountsOf(tenant)).toContainEqual(
      expect.objectContaining({ form_id: "", counter: "delivered", value: 1 }),
    );
    expect(await latenciesOf(tenant)).toEqual([]);
  });
});

describe("a delivery that died is counted", () => {
  it("beside those that died before; and where it arrives later, beside those that arrived", async () => {
    const { tenant, keys } = await tenantWithDeliveries(4);
    const [early, late] = [keys.slice(0, 2), keys.slice(2)];
    await wake(early, answer(404, 404));
    await wake(late, answer(404, 404));
    expect(await outcomesOf(tenant)).toEqual({ dead: 4 });
    await replay(tenant);
    await wake(early, answer(200, 200));
    await wake(late, answer(200, 200));
    expect([await outcomesOf(tenant), await mendedOf(tenant)]).toEqual([{ delivered: 4 }, 4]);
  });

  it("as long as it is dead: on the day it died last, and once it arrived as mended", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    const on = (at: number) => ({ now: () => at });
    const nextDay = testNow + 86_400_000;
    const deadOn = async () => {
      const counts = await dailyCountsOf(tenant);
      return counts.flatMap(({ counter, day: on, value }) =>
        counter === "dead" && value > 0 ? [[(on ?? 0) - day, value]] : [],
      );
    };
    await wake(keys, answer(404));
    expect(await deadOn()).toEqual([[0, 1]]);
    await replay(tenant);
    expect(await deadOn()).toEqual([]);
    await wake(keys, { ...answer(404), ...on(nextDay) });
    expect(await deadOn()).toEqual([[1, 1]]);
    await replay(tenant);
    await wake(keys, { ...answer(200), ...on(nextDay + 1) });
    expect(await outcomesOf(tenant)).toEqual({ delivered: 1 });
    expect(await mendedOf(tenant)).toBe(1);
    expect(await rows("SELECT 1 FROM dead_letters WHERE client_id = ?", tenant.clientId)).toHaveLength(2);
  });

  it("still, when a person gave its letter up; and no more when a late 200 says that it arrived", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    await change(tenant, "max_attempts = 1");
    const { fetch } = scriptedReceiver(async () => {
      await sweep(afterLease);
      await env.DB.prepare("UPDATE dead_letters SET state = 'discarded' WHERE client_id = ?")
        .bind(tenant.clientId)
        .run();
      expect(await outcomesOf(tenant)).toEqual({ dead: 1 });
      return new Response("Accepted");
    });
    await wake(keys, { fetch });
    expect([await outcomesOf(tenant), await mendedOf(tenant)]).toEqual([{ delivered: 1 }, 1]);
  });

  it("in its own place alone: another that died beside it stays counted", async () => {
    const { tenant, keys } = await tenantWithDeliveries(3);
    await wake(keys, answer(404, 404, 404));
    await env.DB.prepare(
      "UPDATE deliveries SET status = 'pending', settled_at = NULL WHERE lead_id = ? AND event_id = ?",
    )
      .bind(keys[0]?.lead_id, keys[0]?.event_id)
      .run();
    expect([await outcomesOf(tenant), await mendedOf(tenant)]).toEqual([{ dead: 2 }, 0]);
  });

  it("not while it will be tried again", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    await wake(keys, answer(500));
    expect(await outcomesOf(tenant)).toEqual({});
  });

  it("once, when its worker vanished in the last try and two sweeps found it; a late 200 is counted too", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    await change(tenant, "max_attempts = 1");
    const { fetch } = scriptedReceiver(async () => {
      await Promise.all([sweep(afterLease), sweep(afterLease)]);
      expect(await outcomesOf(tenant)).toEqual({ dead: 1 });
      return new Response("Accepted");
    });
    await wake(keys, { fetch });
    expect(await outcomesOf(tenant)).toEqual({ delivered: 1 });
  });

  it("not by a worker that was too late to say so", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    const second = scriptedReceiver();
    const first = scriptedReceiver(async () => {
      await wake(keys, { fetch: second.fetch, ...afterLease });
      return new Response("", { status: 404 });
    });
    await wake(keys, { fetch: first.fetch });
    expect(await outcomesOf(tenant)).toEqual({ delivered: 1 });
  });
});

it("a delivery that was held, or cancelled, is not counted", async () => {
  const { tenant, keys } = await tenantWithDeliveries();
  const destination = (assignment: string) =>
    env.DB.prepare(`UPDATE destinations SET ${assignment} WHERE client_id = ?`).bind(tenant.clientId).run();
  await destination("enabled = 0");
  await wake(keys);
  await destination("deleted_at = 1");
  await wake(keys);
  expect(await rows("SELECT status FROM deliveries WHERE client_id = ?", tenant.clientId)).toEqual([
    { status: "cancelled" },
  ]);
  expect(await outcomesOf(tenant)).toEqual({});
});

it("what was sent while D1 was down is counted by the commit that records it, on the day it was sent", async () => {
  const tenant = await newTenant();
  const tried = { number: 1, status_code: 200, error: null, duration_ms: 500 };
  const at = testNow - 86_400_000;
  const person = (email: string, outcome: "delivered" | "refused" | "retry") =>
    tenant.submission({
      fields: { email },
      received_at: at - 1_500,
      context: { ...tenant.submission().context, ip: null },
      outage: {
        tries: 2,
        commit_attempted_at: null,
        direct: { [tenant.destinationId]: [{ ...tried, outcome, started_at: at }] },
      },
    });
  const bodies = [
    person("a@x.example", "delivered"),
    person("b@x.example", "refused"),
    person("c@x.example", "retry"),
  ];
  await deliverMessages(bodies);
  await deliverMessages(bodies);
  const place = {
    client_id: null,
    day: day - 1,
    form_id: tenant.formId,
    destination_id: tenant.destinationId,
  };
  expect(await dailyCountsOf(tenant)).toEqual([
    { ...place, destination_id: null, counter: "new_lead", value: 3, mended: 0 },
    { ...place, counter: "dead", value: 1, mended: 0 },
    { ...place, counter: "delivered", value: 1, mended: 0 },
  ]);
  expect(await latenciesOf(tenant)).toEqual([{ ...place, bucket: bucketOf(2_000), value: 1 }]);
  const counted = await rows<{ bucket: number }>(
    "SELECT bucket FROM delivery_counters WHERE client_id = ? AND outcome = 'dead'",
    tenant.clientId,
  );
  expect(counted).toEqual([{ bucket: noBucket }]);
});
