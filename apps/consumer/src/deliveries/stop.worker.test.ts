import { cancelDeliveries } from "@leadrelay/db/deliveries/cancel-deliveries";
import { holdDeliveries } from "@leadrelay/db/deliveries/hold-deliveries";
import { recordLostAttempts } from "@leadrelay/db/deliveries/record-lost-attempts";
import { releaseHeld, releaseHeldOf } from "@leadrelay/db/deliveries/release-held";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { DeliveriesTable } from "@leadrelay/db/tables/deliveries-table";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { anyLeadId, placeRow } from "../../test/place-row.ts";
import { deliveryNow, nowMs, placeDelivery, placeNeighbours } from "../../test/placed-delivery.ts";
import { rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

type Given = Partial<DeliveriesTable>;
const leased = { status: "in_flight", lease_until: nowMs } as const;

/** States that a worker or a person decided on, and that nobody stops. */
const settled = (["delivered", "confirmed", "dead", "skipped", "cancelled"] as const).map(
  (status): [string, Given, boolean] => [`that is ${status}`, { status }, false],
);

const stops = { held: holdDeliveries, cancelled: cancelDeliveries };

/** What a statement leaves of a delivery, its neighbours untouched. */
async function stopped(into: keyof typeof stops, given: Given): Promise<DeliveriesTable[]> {
  const delivery = await placeDelivery(given);
  const neighbours = await placeNeighbours(delivery);
  await runBatch(env.DB, [stops[into](pipelineScope, [delivery], nowMs)]);
  expect(await Promise.all(neighbours.map(deliveryNow))).toEqual(neighbours);
  return [delivery, await deliveryNow(delivery)];
}

describe("a delivery of a disabled destination", () => {
  it.each<[string, Given, boolean]>([
    ["that is due", {}, true],
    ["that is not yet due", { next_attempt_at: nowMs + 9 }, true],
    ["under a lease that ran out now", leased, true],
    ["under a lease that holds", { ...leased, lease_until: nowMs + 1 }, false],
    ["that has its last try before it", { attempts: 9 }, true],
    ["that has spent its tries", { attempts: 10 }, false],
    ["whose last try ran out", { ...leased, attempts: 10 }, false],
    ["left with an old lease on what is dead", { ...leased, status: "dead" }, false],
    ...settled,
  ])("%s: %o, held %s", async (_what, given, held) => {
    const [before, after] = await stopped("held", given);
    const change = { status: "held", next_attempt_at: null, lease_until: null };
    expect(after).toEqual(held ? { ...before, ...change } : before);
  });
});

it.each([
  ["of one source is held for that alone", "facebook"],
  ["is held for all of its destination", null],
])("a delivery %s", async (_what, held_source) => {
  const delivery = await placeDelivery({ held_source: "before" });
  await runBatch(env.DB, [holdDeliveries(pipelineScope, [{ ...delivery, held_source }], nowMs)]);
  expect(await deliveryNow(delivery)).toMatchObject({ status: "held", held_source });
});

describe("a delivery of a deleted destination", () => {
  it.each<[string, Given, boolean]>([
    ["that is due", {}, true],
    ["that is held", { status: "held", next_attempt_at: null }, true],
    ["that has spent its tries", { attempts: 10 }, true],
    ["under a lease that ran out now", leased, true],
    ["under a lease that holds", { ...leased, lease_until: nowMs + 1 }, false],
    ["left with an old lease on what is dead", { ...leased, status: "dead" }, false],
    ...settled,
  ])("%s: %o, ended %s", async (_what, given, ended) => {
    const [before, after] = await stopped("cancelled", given);
    const gone = { settled_at: nowMs, next_attempt_at: null, lease_until: null };
    const change = { status: "cancelled", last_error: "the destination was deleted", ...gone };
    expect(after).toEqual(ended ? { ...before, ...change } : before);
  });
});

describe("a try whose lease ran out", () => {
  const lostOf = async (delivery: DeliveriesTable) => {
    await runBatch(env.DB, [recordLostAttempts(pipelineScope, [delivery], nowMs)]);
    return rows(
      `SELECT lead_id, event_id, destination_id, number, client_id, outcome, started_at FROM delivery_attempts
       WHERE lead_id = ? OR event_id = ? OR destination_id = ?`,
      delivery.lead_id,
      delivery.event_id,
      delivery.destination_id,
    );
  };

  it.each<[string, Given, boolean]>([
    ["now", leased, true],
    ["long ago", { ...leased, lease_until: 1 }, true],
    ["in a millisecond", { ...leased, lease_until: nowMs + 1 }, false],
    ["though it is due", { ...leased, status: "pending" }, false],
    ["though it is dead", { ...leased, status: "dead" }, false],
  ])("%s: %o, written down as lost %s", async (_when, given, lost) => {
    const delivery = await placeDelivery(given);
    await placeNeighbours(delivery);
    const { lead_id, event_id, destination_id, client_id, attempts, lease_until } = delivery;
    const key = { lead_id, event_id, destination_id, client_id };
    expect(await lostOf(delivery)).toEqual(
      lost ? [{ ...key, number: attempts, outcome: "lost", started_at: lease_until }] : [],
    );
  });

  it("keeps what its worker said of it", async () => {
    const delivery = await placeDelivery(leased);
    const { lead_id, event_id, destination_id, client_id, attempts } = delivery;
    const said = { number: attempts, client_id, outcome: "retry", started_at: 3 };
    await placeRow("delivery_attempts", { lead_id, event_id, destination_id, ...said });
    expect(await lostOf(delivery)).toMatchObject([{ outcome: "retry", started_at: 3 }]);
  });
});

describe("held deliveries of a destination that was switched on", () => {
  const release = (ids: string[], limit: number) =>
    runBatch(env.DB, [releaseHeld(pipelineScope, ids, { nowMs, limit })]);
  const held = { status: "held", next_attempt_at: null } as const;

  it("are due now, and no other destination's", async () => {
    const delivery = await placeDelivery(held);
    const other = await placeDelivery(held);
    await release([delivery.destination_id], 5);
    const due = { ...delivery, status: "pending", next_attempt_at: nowMs };
    expect(await Promise.all([delivery, other].map(deliveryNow))).toEqual([due, other]);
  });

  it("are released so many at a time, of each destination", async () => {
    const three = async () => {
      const first = await placeDelivery(held);
      const { destination_id } = first;
      return [
        first,
        await placeDelivery({ ...held, destination_id }),
        await placeDelivery({ ...held, destination_id }),
      ];
    };
    const all = [...(await three()), ...(await three())];
    await release([...new Set(all.map(({ destination_id }) => destination_id))], 2);
    const now = await Promise.all(all.map(deliveryNow));
    const states = (part: DeliveriesTable[]) => part.map(({ status }) => status).toSorted();
    expect([states(now.slice(0, 3)), states(now.slice(3))]).toEqual([
      ["held", "pending", "pending"],
      ["held", "pending", "pending"],
    ]);
  });

  it.each<[string, Given]>([
    ["settled", { ...held, settled_at: 1 }],
    ["cancelled", { status: "cancelled", next_attempt_at: null }],
    ["in flight", { status: "in_flight", next_attempt_at: null }],
    [
      "of a lead whose other delivery is held, and delivered itself",
      { status: "delivered", next_attempt_at: null },
    ],
  ])("leave alone what is %s", async (_what, given) => {
    const delivery = await placeDelivery(given);
    const { lead_id, destination_id } = delivery;
    const beside = await placeDelivery({ ...held, lead_id, destination_id });
    await release([destination_id], 5);
    expect(await deliveryNow(delivery)).toEqual(delivery);
    expect(await deliveryNow(beside)).toMatchObject({ status: "pending" });
  });

  it("come due in the order in which they came, the last of them now", async () => {
    const [destination_id, lead] = [crypto.randomUUID(), anyLeadId()];
    const placed = [
      await placeDelivery({ ...held, destination_id, created_at: 30 }),
      await placeDelivery({ ...held, destination_id, created_at: 10 }),
      await placeDelivery({ ...held, destination_id, created_at: 20, lead_id: lead }),
      await placeDelivery({ ...held, destination_id, created_at: 20, lead_id: lead + 1, event_id: "a" }),
      await placeDelivery({ ...held, destination_id, created_at: 20, lead_id: lead + 1, event_id: "b" }),
      await placeDelivery({ ...held, destination_id, created_at: 40 }),
    ];
    await release([destination_id], 5);
    const now = await Promise.all(placed.map(deliveryNow));
    expect(now.map(({ next_attempt_at }) => next_attempt_at && next_attempt_at - nowMs)).toEqual([
      0,
      -4,
      -3,
      -2,
      -1,
      null,
    ]);
  });

  it.each([["facebook"], [null]])(
    "that wait for %o go without those that wait for another",
    async (source) => {
      const destination_id = crypto.randomUUID();
      const sources = ["facebook", "google", null];
      const placed = [];
      for (const held_source of sources)
        placed.push(await placeDelivery({ ...held, destination_id, held_source }));
      const one = { destination_id, source };
      await runBatch(env.DB, [releaseHeldOf(pipelineScope, one, { nowMs, limit: 5 })]);
      const now = await Promise.all(placed.map(deliveryNow));
      expect(now.map(({ status }) => status)).toEqual(
        sources.map((each) => (each === source ? "pending" : "held")),
      );
    },
  );
});
