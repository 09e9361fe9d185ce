import type { DeliveriesTable } from "@leadrelay/db/tables/deliveries-table";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it, test } from "vitest";
import { acked, callback, oneLead, retried } from "../../test/called-back.ts";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { placeDelivery } from "../../test/placed-delivery.ts";
import { placeRow } from "../../test/place-row.ts";
import { rows } from "../../test/tenant.ts";
import { deliveryCounts } from "../../test/counters.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

describe("a scenario that says it ran", () => {
  it("confirms its delivery, once, however often it comes", async () => {
    const { execution, sentNow, kept, sent } = await oneLead();
    const message = execution();
    expect(await deliverMessages([message])).toEqual(acked);
    expect(await sentNow()).toEqual({ ...sent, status: "confirmed", confirmed_at: testNow - 1_000 });
    expect(await deliverMessages([message])).toEqual(acked);
    expect(await deliverMessages([execution()])).toEqual(acked);
    expect(await kept()).toMatchObject([
      { id: message.callback_id, kind: "execution", delivery_id: sent.public_id, refused: null },
    ]);
  });

  test.each<[what: string, state: Partial<DeliveriesTable>]>([
    ["is under way", { status: "in_flight", lease_until: testNow + 60_000 }],
    ["waits for its next try, because the answer to the last was lost", { status: "pending", attempts: 1 }],
    ["was given up", { status: "dead", settled_at: 5 }],
  ])("confirms one that %s, and it counts as delivered", async (_what, state) => {
    const { execution, sentNow, lead, destinationId } = await oneLead(state);
    await deliverMessages([execution()]);
    expect(await sentNow()).toMatchObject({ status: "confirmed", next_attempt_at: null, lease_until: null });
    const counted = `SELECT sum(value) AS n FROM ${deliveryCounts} WHERE destination_id = ? AND outcome = 'delivered'`;
    expect(await rows(counted, destinationId)).toEqual([{ n: 1 }]);
    expect(await rows("SELECT last_sent_at FROM leads WHERE id = ?", lead.id)).toEqual([
      { last_sent_at: testNow - 1_000 },
    ]);
  });

  it("closes the letter of one that was given up", async () => {
    const { execution, clientId, lead } = await oneLead({
      status: "dead",
      settled_at: 5,
      dead_letter_id: "x",
    });
    const letter = crypto.randomUUID();
    await env.DB.prepare("UPDATE deliveries SET dead_letter_id = ? WHERE lead_id = ?")
      .bind(letter, lead.id)
      .run();
    await placeRow("dead_letters", {
      id: letter,
      client_id: clientId,
      kind: "delivery",
      cause: "exhausted",
      attempts: 4,
      first_failed_at: 1,
      last_failed_at: 2,
      created_at: 2,
    });
    await deliverMessages([execution()]);
    expect(await rows("SELECT state FROM dead_letters WHERE id = ?", letter)).toEqual([
      { state: "replayed" },
    ]);
  });

  it("links the lead where it says the CRM's id, and of several is still one", async () => {
    const { say, sent, leadNow } = await oneLead();
    const said = {
      kind: "execution",
      delivery_id: sent.public_id,
      result: "done",
      crm_lead_id: "512",
    } as const;
    await deliverMessages([say(said), say(said)]);
    expect(await leadNow()).toMatchObject({ crm_lead_id: "512" });
  });

  it("that it failed, while our own try is not settled, is looked at again, and told of once that is", async () => {
    const { execution, sentNow, sent } = await oneLead({
      status: "in_flight",
      lease_until: testNow + 60_000,
    });
    const message = execution("failed");
    expect(await deliverMessages([message])).toEqual(retried);
    await env.DB.prepare("UPDATE deliveries SET status = 'delivered', settled_at = 5 WHERE public_id = ?")
      .bind(sent.public_id)
      .run();
    expect(await deliverMessages([message], testDependencies(), 2)).toEqual(acked);
    expect(await sentNow()).toMatchObject({ status: "delivered", unconfirmed_at: testNow - 1_000 });
  });

  it.each([
    ["waits for its next try", { status: "pending", attempts: 1 }],
    ["was given up", { status: "dead", settled_at: 5 }],
    ["was confirmed", { status: "confirmed", settled_at: 5 }],
  ] as const)("that it failed of one that %s changes nothing, and is kept", async (_what, state) => {
    const { execution, sentNow, sent, kept } = await oneLead(state);
    expect(await deliverMessages([execution("failed")])).toEqual(acked);
    expect(await sentNow()).toEqual(sent);
    expect(await kept()).toHaveLength(1);
    expect(await rows("SELECT * FROM signals WHERE destination_id = ?", sent.destination_id)).toEqual([]);
  });

  it("that it failed leaves the delivery as it is, and nobody waits for it any more", async () => {
    const { execution, sentNow, kept } = await oneLead({
      status: "delivered",
      settled_at: 5,
      confirm_by: testNow,
    });
    await deliverMessages([execution("failed")]);
    expect(await sentNow()).toMatchObject({
      status: "delivered",
      confirm_by: null,
      unconfirmed_at: testNow - 1_000,
    });
    expect(await kept()).toMatchObject([{ kind: "execution", refused: null }]);
  });

  it("confirms what tells of a destination, and is kept nowhere", async () => {
    const { clientId } = await oneLead();
    const alert = await placeDelivery({
      lead_id: 0,
      client_id: clientId,
      status: "delivered",
      settled_at: 5,
    });
    const said = { kind: "execution", delivery_id: alert.public_id, result: "done" } as const;
    await deliverMessages([callback(said, { by: "edge", client_id: clientId })]);
    expect(await rows("SELECT status FROM deliveries WHERE public_id = ?", alert.public_id)).toEqual([
      { status: "confirmed" },
    ]);
    expect(await rows("SELECT * FROM lead_callbacks WHERE client_id = ?", clientId)).toEqual([]);
  });
});
