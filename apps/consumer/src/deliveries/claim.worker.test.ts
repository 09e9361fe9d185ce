import { claimDeliveries } from "@leadrelay/db/deliveries/claim-deliveries";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { DeliveriesTable } from "@leadrelay/db/tables/deliveries-table";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { anyLeadId, placeRow } from "../../test/place-row.ts";
import { deliveryNow, nowMs, placeDelivery, placeNeighbours } from "../../test/placed-delivery.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const claim = { nowMs, leaseUntil: nowMs + 40_000, dueBy: nowMs + 500 };

async function placeEvent(
  { lead_id, event_id }: Pick<DeliveriesTable, "lead_id" | "event_id">,
  text: string,
) {
  const values = { client_id: "c", submission_public_id: "s", created_at: 7 };
  const payload_json = JSON.stringify({ text });
  await placeRow("events", { lead_id, id: event_id, type: "lead.created", payload_json, ...values });
}

/** A delivery with its event, and whether a claim of this kind takes it. */
async function isTaken(which: "due" | "lease_expired", given: Partial<DeliveriesTable>): Promise<boolean> {
  const delivery = await placeDelivery(given);
  await placeEvent(delivery, "its own");
  const [taken] = await runBatch(env.DB, [claimDeliveries(pipelineScope, [delivery], which, claim)]);
  const now = await deliveryNow(delivery);
  if (taken.length === 0) expect(now).toEqual(delivery);
  return taken.length === 1;
}

const leased = { status: "in_flight", lease_until: nowMs } as const;

describe("a claim of what is due", () => {
  it.each<[string, Partial<DeliveriesTable>, boolean]>([
    ["is due now", {}, true],
    ["is due by the time its claimant waits for", { next_attempt_at: claim.dueBy }, true],
    ["is due a millisecond after that", { next_attempt_at: claim.dueBy + 1 }, false],
    ["is one try short of its last", { attempts: 9 }, true],
    ["has spent its last try", { attempts: 10 }, false],
    ["has spent more than it has", { attempts: 11 }, false],
    ["was settled", { settled_at: 1 }, false],
    ["waits for no time", { next_attempt_at: null }, false],
    ["is another worker's", { status: "in_flight", lease_until: nowMs + 1 }, false],
    ["was another worker's", leased, false],
    ["is held", { status: "held" }, false],
    ["is delivered", { status: "delivered" }, false],
    ["is confirmed", { status: "confirmed" }, false],
    ["is dead", { status: "dead" }, false],
    ["was skipped", { status: "skipped" }, false],
    ["is cancelled", { status: "cancelled" }, false],
  ])("of a delivery that %s: %o, taken %s", async (_what, given, taken) => {
    expect(await isTaken("due", given)).toBe(taken);
  });
});

describe("a claim of what a lease ran out on", () => {
  it.each<[string, Partial<DeliveriesTable>, boolean]>([
    ["ran out now", leased, true],
    ["ran out long ago", { ...leased, lease_until: 1 }, true],
    ["holds a millisecond more", { ...leased, lease_until: nowMs + 1 }, false],
    ["was of the last try but one", { ...leased, attempts: 9 }, true],
    ["was of the last try", { ...leased, attempts: 10 }, false],
    ["ran out before the next try is due", { ...leased, next_attempt_at: nowMs + 1 }, true],
    ["was of a settled delivery", { ...leased, settled_at: 1 }, false],
    ["was left on a delivery that is due", { ...leased, status: "pending" }, false],
    ["was left on one that is held", { ...leased, status: "held" }, false],
    ["was left on one that is dead", { ...leased, status: "dead" }, false],
  ])("that %s: %o, taken %s", async (_what, given, taken) => {
    expect(await isTaken("lease_expired", given)).toBe(taken);
  });
});

describe("a claim that is repeated", () => {
  const repeat = { ...claim, isRepeat: true };
  const again = async (which: "due" | "lease_expired", given: Partial<DeliveriesTable>, second = repeat) => {
    const delivery = await placeDelivery(given);
    await placeEvent(delivery, "its own");
    const claimed = async (by: typeof claim) =>
      (await runBatch(env.DB, [claimDeliveries(pipelineScope, [delivery], which, by)]))[0];
    const took = [await claimed(claim), await claimed(second)];
    return { took, attempts: (await deliveryNow(delivery))?.attempts };
  };

  it.each<["due" | "lease_expired", Partial<DeliveriesTable>]>([
    ["due", { attempts: 3 }],
    ["due", { attempts: 9 }],
    ["lease_expired", { ...leased, attempts: 3 }],
    ["lease_expired", { ...leased, attempts: 9 }],
  ])("returns what it took of what was %s (%o), and spends no second try", async (which, given) => {
    const { took, attempts } = await again(which, given);
    expect(took[0]).toHaveLength(1);
    expect(took[1]).toEqual(took[0]);
    expect(attempts).toBe((given.attempts ?? 0) + 1);
  });

  it("is told from another's by its lease", async () => {
    const other = { ...repeat, leaseUntil: claim.leaseUntil + 1 };
    expect((await again("due", {}, other)).took[1]).toEqual([]);
    expect((await again("due", {}, { ...claim, isRepeat: false })).took[1]).toEqual([]);
  });
});

describe("a claim", () => {
  it("spends one try under a lease, and says when it was due", async () => {
    const delivery = await placeDelivery({ next_attempt_at: 5, schedule_from: 2, submitted_at: 4 });
    await placeEvent(delivery, "its own");
    const [[taken]] = await runBatch(env.DB, [claimDeliveries(pipelineScope, [delivery], "due", claim)]);
    const attempts = delivery.attempts + 1;
    const lease = { status: "in_flight", attempts, lease_until: claim.leaseUntil };
    expect(await deliveryNow(delivery)).toEqual({ ...delivery, ...lease });
    expect(taken).toMatchObject({ attempts, max_attempts: 10, schedule_from: 2, next_attempt_at: 5 });
    expect(taken).toMatchObject({ public_id: delivery.public_id, submitted_at: 4 });
  });

  it("takes the delivery it names and none that shares a part of its key", async () => {
    const delivery = await placeDelivery();
    await placeEvent(delivery, "its own");
    const neighbours = await placeNeighbours(delivery);
    const [taken] = await runBatch(env.DB, [claimDeliveries(pipelineScope, [delivery], "due", claim)]);
    expect(taken.map(({ public_id }) => public_id)).toEqual([delivery.public_id]);
    expect(await Promise.all(neighbours.map(deliveryNow))).toEqual(neighbours);
  });

  it("brings the delivery's own event, not another of its lead nor of another lead", async () => {
    const delivery = await placeDelivery();
    await placeEvent(delivery, "its own");
    await placeEvent({ ...delivery, event_id: `0${delivery.event_id}` }, "another event");
    await placeEvent({ ...delivery, lead_id: -anyLeadId() }, "another lead");
    const [[taken]] = await runBatch(env.DB, [claimDeliveries(pipelineScope, [delivery], "due", claim)]);
    expect(taken?.event).toEqual({
      id: delivery.event_id,
      type: "lead.created",
      payload: { text: "its own" },
      attribution: { first: null, latest: null },
      created_at: 7,
    });
  });

  it.each(['2[1,"of a later version"]', "@7", "no JSON"])(
    "leaves what this version does not read (%s) to its lease, and takes the others",
    async (payload_json) => {
      const [good, odd] = [await placeDelivery(), await placeDelivery()];
      await placeEvent(good, "its own");
      await placeEvent(odd, "unread");
      await env.DB.prepare("UPDATE events SET payload_json = ? WHERE lead_id = ? AND id = ?")
        .bind(payload_json, odd.lead_id, odd.event_id)
        .run();
      const [taken] = await runBatch(env.DB, [claimDeliveries(pipelineScope, [odd, good], "due", claim)]);
      expect(taken.map(({ public_id }) => public_id)).toEqual([good.public_id]);
      expect(await deliveryNow(odd)).toMatchObject({ status: "in_flight", lease_until: claim.leaseUntil });
    },
  );

  it("of twenty at once is one worker's", async () => {
    const delivery = await placeDelivery();
    await placeEvent(delivery, "its own");
    const twenty = Array.from({ length: 20 }, () =>
      runBatch(env.DB, [claimDeliveries(pipelineScope, [delivery], "due", claim)]),
    );
    expect((await Promise.all(twenty)).flat(2)).toHaveLength(1);
    expect(await deliveryNow(delivery)).toMatchObject({ attempts: delivery.attempts + 1 });
  });
});
