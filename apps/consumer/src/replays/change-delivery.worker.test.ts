import { cancelDelivery, retryDelivery } from "@leadrelay/db/replays/change-delivery";
import type { SentDelivery } from "@leadrelay/db/deliveries/find-sent-delivery";
import type { DeliveriesTable } from "@leadrelay/db/tables/deliveries-table";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "../../test/counters.ts";
import { deliveryNow, nowMs, placeDelivery, placeNeighbours } from "../../test/placed-delivery.ts";
import { letterNow, placeLetter } from "../../test/placed-letter.ts";
import { whatCameOf } from "../../test/what-came-of.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const by = { by: "op-1", nowMs };
/** As the API reads it. */
const read = (row: DeliveriesTable): SentDelivery => ({
  ...row,
  kind: "delivery",
  letter_state: "open",
  has_payload: true,
});
const scope = ({ client_id }: DeliveriesTable) => scopeOf([client_id]);

const changes = {
  "sent again": (row: DeliveriesTable) => retryDelivery(scope(row), read(row), { ...by, tries: 5 }),
  cancelled: (row: DeliveriesTable) => cancelDelivery(scope(row), read(row), nowMs),
};

describe.each(Object.entries(changes))("a delivery that is %s", (_name, change) => {
  it.each<[string, Partial<DeliveriesTable>]>([
    ["was tried once more", { attempts: 4 }],
    ["had a try less", { attempts: 2 }],
    ["came into another state", { status: "held" }],
  ])("and %s since it was read is left alone", async (_what, given) => {
    const delivery = await placeDelivery(given);
    expect(await whatCameOf(change({ ...delivery, status: "pending", attempts: 3 }))).toBe("conflict");
    expect(await deliveryNow(delivery)).toEqual(delivery);
  });

  it("is no other than the one that was read", async () => {
    const delivery = await placeDelivery();
    const neighbours = await placeNeighbours(delivery);
    expect(await whatCameOf(change(delivery))).toBe("done");
    expect(await Promise.all(neighbours.map(deliveryNow))).toEqual(neighbours);
    for (const gone of neighbours) {
      await env.DB.prepare("DELETE FROM deliveries WHERE public_id = ?").bind(gone.public_id).run();
      expect(await whatCameOf(change(gone))).toBe("conflict");
    }
  });

  it("is none of another tenant's", async () => {
    const delivery = await placeDelivery();
    const other = { ...scopeOf(["cli_other"]) };
    expect(() => retryDelivery(other, read(delivery), { ...by, tries: 5 })).toThrow("outside this scope");
    expect(() => cancelDelivery(other, read(delivery), nowMs)).toThrow("outside this scope");
  });
});

describe("a delivery that is sent again", () => {
  const ended = { settled_at: 4, lease_until: 6, next_attempt_at: null };

  it.each<[string, Partial<DeliveriesTable>, Partial<DeliveriesTable>]>([
    ["waits", { schedule_from: 1 }, { schedule_from: 1, max_attempts: 10 }],
    ["is dead", { status: "dead", ...ended }, { schedule_from: 3, max_attempts: 8 }],
    ["is held", { status: "held", ...ended }, { schedule_from: 3, max_attempts: 8 }],
  ])("is due now, and where it %s its schedule: %o, after %o", async (_what, given, after) => {
    const delivery = await placeDelivery(given);
    await whatCameOf(changes["sent again"](delivery));
    const due = { status: "pending", settled_at: null, lease_until: null, next_attempt_at: nowMs };
    expect(await deliveryNow(delivery)).toEqual({ ...delivery, ...due, ...after });
  });

  it("has its open letter closed, and no other", async () => {
    const [letter, other] = [await placeLetter(), await placeLetter()];
    await whatCameOf(
      changes["sent again"](await placeDelivery({ status: "dead", dead_letter_id: letter.id })),
    );
    const closed = { state: "replayed", settled_by: "op-1", settled_at: nowMs, settle_reason: "sent again" };
    expect(await letterNow(letter)).toEqual({ ...letter, ...closed });
    expect(await letterNow(other)).toEqual(other);
  });

  it("keeps who settled its letter before", async () => {
    const letter = await placeLetter({ state: "discarded", settled_by: "op-0" });
    await whatCameOf(
      changes["sent again"](await placeDelivery({ status: "dead", dead_letter_id: letter.id })),
    );
    expect(await letterNow(letter)).toEqual(letter);
  });
});

it("a delivery that is cancelled says so and when, and is due no more", async () => {
  const delivery = await placeDelivery({ lease_until: 5 });
  await whatCameOf(changes.cancelled(delivery));
  const ended = { status: "cancelled", settled_at: nowMs, next_attempt_at: null, lease_until: null };
  expect(await deliveryNow(delivery)).toEqual({ ...delivery, ...ended, last_error: "cancelled by a person" });
});
