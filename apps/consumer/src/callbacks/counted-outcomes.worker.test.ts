import { dayOf } from "@leadrelay/core/statistics/day-of";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it, test } from "vitest";
import { oneLead, type LeadRow } from "../../test/called-back.ts";
import { confirmingTenant, executionOf, withinFive } from "../../test/confirming.ts";
import { outcomesOf } from "../../test/counters.ts";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { wake } from "../../test/deliver-wakeups.ts";
import { placeDelivery } from "../../test/placed-delivery.ts";
import { rows } from "../../test/tenant.ts";
import { tellUnconfirmed } from "../sweeps/confirmations/tell-unconfirmed.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const day = dayOf(testNow - 1_000);
const dayMs = 86_400_000;
const set = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();

describe("an outcome is counted", () => {
  it("once, on the day it was told, under its lead's form and the only destination that has it", async () => {
    const own = await oneLead();
    const won = own.outcome("won");
    for (const message of [won, won, own.outcome("won"), own.outcome("contacted")])
      await deliverMessages([message]);
    const at = `${day} ${own.formId} ${own.destinationId}`;
    expect(await outcomesOf(own)).toEqual({ [`${at} won`]: 1, [`${at} contacted`]: 1 });
  });

  it("for each lead of a client once, and for none that nothing was told of", async () => {
    const own = await oneLead();
    const context = { ...own.submission().context, ip: null };
    for (const email of ["one@example.com", "two@example.com"])
      await deliverMessages([own.submission({ fields: { email }, context })]);
    const [, other] = await rows<LeadRow>("SELECT * FROM leads WHERE client_id = ?", own.clientId);
    await deliverMessages([own.outcome("won")]);
    await deliverMessages([own.outcome("won", { lead: { lead_id: other?.id ?? 0 } })]);
    expect(Object.values(await outcomesOf(own)).reduce((sum, value) => sum + value, 0)).toBe(2);
    await deliverMessages([own.outcome("contacted")]);
    expect(await outcomesOf(own)).toMatchObject({
      [`${day} ${own.formId} ${own.destinationId} contacted`]: 1,
    });
    const third = await rows<LeadRow>("SELECT * FROM leads WHERE client_id = ?", own.clientId);
    await set("UPDATE deliveries SET status = 'delivered', settled_at = 5 WHERE client_id = ?", own.clientId);
    await deliverMessages([own.outcome("contacted", { lead: { lead_id: third[2]?.id ?? 0 } })]);
    expect(await outcomesOf(own)).toMatchObject({
      [`${day} ${own.formId} ${own.destinationId} contacted`]: 2,
    });
  });

  it("once where two consumers have it at the same moment", async () => {
    const own = await oneLead();
    await Promise.all([own.outcome("won"), own.outcome("won")].map((one) => deliverMessages([one])));
    expect(Object.values(await outcomesOf(own))).toEqual([1]);
  });

  it("under the form of the delivery that it names", async () => {
    const own = await oneLead();
    await set("UPDATE deliveries SET form_id = 'another' WHERE public_id = ?", own.sent.public_id);
    await deliverMessages([own.outcome("lost", { lead: { delivery_id: own.sent.public_id } })]);
    expect(await outcomesOf(own)).toEqual({ [`${day} another ${own.destinationId} lost`]: 1 });
  });

  it("where its CRM said under which id it has the lead, and elsewhere of several nowhere", async () => {
    const own = await oneLead();
    const other = await placeDelivery({
      lead_id: own.lead.id,
      client_id: own.clientId,
      status: "delivered",
      settled_at: 5,
    });
    const said = {
      kind: "execution",
      delivery_id: other.public_id,
      result: "done",
      crm_lead_id: "512",
    } as const;
    await deliverMessages([own.say(said)]);
    await deliverMessages([own.outcome("won", { lead: { crm_lead_id: "512" } })]);
    await deliverMessages([own.outcome("contacted")]);
    expect(await outcomesOf(own)).toMatchObject({
      [`${day} ${own.formId} ${other.destination_id} won`]: 1,
      [`${day} ${own.formId} - contacted`]: 1,
    });
  });

  it("where a lead is taken back; one that is refused counts nowhere", async () => {
    const own = await oneLead();
    await deliverMessages([own.outcome("returned")]);
    expect(await outcomesOf(own)).toEqual({});
    await set(`UPDATE destinations SET confirm_json = '{"returns":{}}' WHERE id = ?`, own.destinationId);
    await deliverMessages([own.outcome("returned")]);
    expect(await outcomesOf(own)).toEqual({ [`${day} ${own.formId} ${own.destinationId} returned`]: 1 });
  });

  it("of no test", async () => {
    const own = await oneLead();
    await set("UPDATE leads SET is_test = 1 WHERE id = ?", own.lead.id);
    await deliverMessages([own.outcome("won")]);
    expect(await outcomesOf(own)).toEqual({});
  });
});

describe("what was confirmed is counted", () => {
  it("once, however often its scenario says so", async () => {
    const own = await oneLead();
    for (let time = 0; time < 3; time += 1) await deliverMessages([own.execution()]);
    expect(await outcomesOf(own)).toEqual({ [`${day} ${own.formId} ${own.destinationId} confirmed`]: 1 });
  });

  it("by the answer that has the receiver's id, and not where nobody asks for it", async () => {
    for (const [confirm_json, counted] of [
      [withinFive, [1]],
      [null, []],
    ] as const) {
      const { tenant, now } = await confirmingTenant(
        { confirm_json, kind: "discord" },
        { url: "https://discord.com/api/webhooks/123456789012345678/abc" },
      );
      await wake([await now()], { fetch: async () => new Response('{"id":"512"}') });
      expect(Object.values(await outcomesOf(tenant))).toEqual(counted);
    }
  });

  test.each([
    ["on the day that it was missed", testNow],
    ["though it was missed two days before", testNow - 2 * dayMs],
  ])("late, and as never confirmed no more, %s", async (_what, missedAt) => {
    const own = await oneLead({ status: "delivered", settled_at: 5, confirm_by: 5 });
    await set("UPDATE destinations SET confirm_json = ? WHERE id = ?", withinFive, own.destinationId);
    await tellUnconfirmed(testDependencies({ now: () => missedAt }));
    const place = `${own.formId} ${own.destinationId}`;
    const missed = `${dayOf(missedAt)} ${place} unconfirmed`;
    expect(await outcomesOf(own)).toEqual({ [missed]: 1 });
    for (let time = 0; time < 2; time += 1) await deliverMessages([own.execution()]);
    expect(await outcomesOf(own)).toEqual({ [missed]: 0, [`${day} ${place} confirmed`]: 1 });
  });

  it("late of one that was missed before anything was counted leaves what others missed that day", async () => {
    const own = await oneLead({ status: "delivered", settled_at: 5, unconfirmed_at: testNow - 5 });
    await deliverMessages([own.execution()]);
    expect(await outcomesOf(own)).toEqual({ [`${day} ${own.formId} ${own.destinationId} confirmed`]: 1 });
  });

  it.each(["pending", "in_flight", "dead", "cancelled"] as const)(
    "though our own try had left it %s",
    async (status) => {
      const own = await oneLead({ status });
      await deliverMessages([own.execution()]);
      expect(Object.values(await outcomesOf(own))).toEqual([1]);
    },
  );

  it("of no notice", async () => {
    const own = await oneLead();
    await set("UPDATE deliveries SET is_notice = 1 WHERE public_id = ?", own.sent.public_id);
    await deliverMessages([own.execution()]);
    expect(await outcomesOf(own)).toEqual({});
  });
});

describe("what was never confirmed is counted", () => {
  it("once, whether its time ran out, a run failed, or both, and however often it is sent again", async () => {
    const { tenant, now } = await confirmingTenant();
    await set(
      "UPDATE deliveries SET status = 'delivered', next_attempt_at = NULL, settled_at = 5, confirm_by = 5 WHERE client_id = ?",
      tenant.clientId,
    );
    const { public_id } = await now();
    await Promise.all([tellUnconfirmed(testDependencies()), tellUnconfirmed(testDependencies())]);
    await deliverMessages([executionOf(tenant, public_id, "failed")]);
    await set("UPDATE deliveries SET confirm_by = 6 WHERE client_id = ?", tenant.clientId);
    await tellUnconfirmed(testDependencies());
    const at = `${dayOf(testNow)} ${tenant.formId} ${tenant.destinationId}`;
    expect(await outcomesOf(tenant)).toEqual({ [`${at} unconfirmed`]: 1 });
  });

  it("where its scenario said that it failed", async () => {
    const own = await oneLead();
    for (let time = 0; time < 2; time += 1) await deliverMessages([own.execution("failed")]);
    expect(await outcomesOf(own)).toEqual({ [`${day} ${own.formId} ${own.destinationId} unconfirmed`]: 1 });
  });
});
