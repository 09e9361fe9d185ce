import { overdueDeliveries, settleOverdue } from "@leadrelay/db/confirmations/overdue-deliveries";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { confirmingTenant, executionOf, toldUnconfirmed, withinFive } from "../../../test/confirming.ts";
import { deliverMessages, testDependencies, testNow } from "../../../test/deliver-messages.ts";
import { failing } from "../../../test/failing.ts";
import { meteredD1 } from "../../../test/metered-d1.ts";
import { placeDelivery } from "../../../test/placed-delivery.ts";
import { scannedTables } from "../../../test/query-plans.ts";
import { rows } from "../../../test/tenant.ts";
import { noticesTo, watchingChat } from "../../../test/watching-chat.ts";
import type { Dependencies } from "../../dependencies.ts";
import { sweepAlerts } from "../alerts/sweep-alerts.ts";
import { tellUnconfirmed } from "./tell-unconfirmed.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(() => env.DB.prepare("DELETE FROM deliveries").run());

const due = testNow - 60_000;
const sweep = (given: Partial<Dependencies> = {}) => tellUnconfirmed(testDependencies(given));

/** A delivery that should have been confirmed a minute ago, and how it and what is told of it stand. */
async function overdue(confirm_json: string | null = withinFive) {
  const { tenant } = await confirmingTenant({ confirm_json });
  await env.DB.prepare(
    "UPDATE deliveries SET status = 'delivered', next_attempt_at = NULL, settled_at = ?, confirm_by = ? WHERE client_id = ?",
  )
    .bind(due - 300_000, due, tenant.clientId)
    .run();
  const row = async () =>
    (
      await rows<{
        public_id: string;
        status: string;
        confirm_by: number | null;
        unconfirmed_at: number | null;
      }>("SELECT * FROM deliveries WHERE client_id = ? AND is_notice IS NULL", tenant.clientId)
    )[0];
  return { tenant, row, told: () => toldUnconfirmed(tenant) };
}

const missed = { status: "delivered", confirm_by: null, unconfirmed_at: testNow };

describe("what nobody confirmed in time", () => {
  it("is marked and told once, however many sweeps come by, at once or after another", async () => {
    const { row, told } = await overdue();
    await Promise.all([sweep(), sweep()]);
    await sweep();
    expect(await row()).toMatchObject(missed);
    expect(await told()).toBe(1);
  });

  it("reaches whoever takes it, as one message, and nobody is told of that again", async () => {
    const { tenant } = await overdue();
    const chat = await watchingChat(tenant, "chat.example");
    await sweep();
    await sweepAlerts(testDependencies());
    await sweep();
    await sweepAlerts(testDependencies());
    expect(await noticesTo(chat)).toEqual(["delivery.unconfirmed Make"]);
  });

  it.each([
    ["while its database cannot be read", "leadDatabase", /lost/],
    ["while nobody knows what its destination must do", "control", /lost/],
  ] as const)("waits for the next minute %s", async (_while, name, said) => {
    const { row, told } = await overdue();
    const away = failing(env.DB, ["batch"]);
    const given = name === "control" ? { control: away } : { leadDatabase: () => away };
    await expect(sweep(given)).rejects.toThrow(said);
    expect(await told()).toBe(0);
    await sweep();
    expect(await row()).toMatchObject(missed);
    expect(await told()).toBe(1);
  });

  it("is neither marked nor told by a sweep that ends between looking and writing", async () => {
    const { row, told } = await overdue();
    let calls = 0;
    const broken = new Proxy(env.DB, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (key === "batch" && (calls += 1) > 1)
          return () => Promise.reject(new Error("the isolate is gone"));
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    await expect(sweep({ leadDatabase: () => broken })).rejects.toThrow("gone");
    expect(await row()).toMatchObject({ confirm_by: due, unconfirmed_at: null });
    expect(await told()).toBe(0);
    await sweep();
    expect(await told()).toBe(1);
  });

  it("and is confirmed between looking and writing is neither", async () => {
    const { tenant, row, told } = await overdue();
    const read = await runOne(env.DB, overdueDeliveries(pipelineScope, testNow, 10));
    await deliverMessages([executionOf(tenant, read[0]?.public_id ?? "")]);
    const writing = settleOverdue(pipelineScope, { unconfirmed: read, released: [] }, testNow);
    await expect(
      env.DB.batch(writing.map(({ query }) => env.DB.prepare(query.sql).bind(...query.parameters))),
    ).rejects.toThrow();
    expect(await row()).toMatchObject({ status: "confirmed", unconfirmed_at: null });
    expect(await told()).toBe(0);
  });

  it.each([
    ["asks no more", "UPDATE destinations SET confirm_json = NULL WHERE id = ?"],
    ["was deleted", "UPDATE destinations SET deleted_at = 1 WHERE id = ?"],
  ])("of a destination that %s is let go, and not told", async (_what, change) => {
    const { tenant, row, told } = await overdue();
    await env.DB.prepare(change).bind(tenant.destinationId).run();
    await sweep();
    expect(await row()).toMatchObject({ confirm_by: null, unconfirmed_at: null });
    expect(await told()).toBe(0);
  });

  it("is left where its time is not over", async () => {
    const { row } = await overdue();
    expect(await sweep({ now: () => due - 1 })).toBe(0);
    expect(await row()).toMatchObject({ confirm_by: due });
  });

  it("is confirmed by a callback that comes late, which says so, and stays that", async () => {
    const { tenant, row, told } = await overdue();
    await sweep();
    const { public_id = "" } = (await row()) ?? {};
    await deliverMessages([executionOf(tenant, public_id)]);
    await deliverMessages([executionOf(tenant, public_id, "failed")]);
    await sweep();
    expect(await row()).toMatchObject({
      status: "confirmed",
      unconfirmed_at: testNow,
      confirmed_at: testNow,
    });
    expect(await told()).toBe(1);
    const [kept] = await rows<{ detail_json: string }>(
      "SELECT detail_json FROM lead_callbacks WHERE client_id = ? AND once_key LIKE '%:done'",
      tenant.clientId,
    );
    expect(JSON.parse(kept?.detail_json ?? "{}")).toMatchObject({ late: true });
  });
});

it("hundreds at once are all told, by destination", async () => {
  const { tenant, told } = await overdue();
  const more = Array.from({ length: 450 }, () =>
    placeDelivery({
      client_id: tenant.clientId,
      destination_id: tenant.destinationId,
      status: "delivered",
      settled_at: 1,
      confirm_by: due,
    }),
  );
  await Promise.all(more);
  expect(await sweep()).toBe(451);
  expect(await told()).toBe(451);
});

it("an idle minute reads the end of an index", async () => {
  const { bill, databases } = meteredD1();
  expect(await sweep(databases)).toBe(0);
  expect(bill).toEqual({ calls: 1, read: 1, written: 0 });
});

it.each([
  overdueDeliveries(pipelineScope, 1, 10),
  ...settleOverdue(pipelineScope, { unconfirmed: [], released: [] }, 1),
])("looks through no table", async ({ query }) => {
  expect(await scannedTables(query.sql)).toEqual([]);
});
