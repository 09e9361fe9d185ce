import type { ClaimedRow } from "@leadrelay/db/deliveries/claim-deliveries";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from "vitest";
import { claimedDelivery, newDestination, stillDependencies } from "../test/claimed-delivery.ts";
import { boundTo, scriptedD1, type Asked } from "../test/scripted-d1.ts";
import { deliver } from "./deliver.ts";

let log: MockInstance<typeof console.log>;
beforeEach(() => void (log = vi.spyOn(console, "log").mockImplementation(() => {})));
afterEach(() => log.mockRestore());

const rowOf = ({
  enabled,
  takes_test,
  deleted,
  health,
  reply,
  limits,
  environments: _e,
  event_types: _t,
  ...row
}: Destination) => ({
  ...row,
  enabled: Number(enabled),
  takes_test: Number(takes_test),
  environments_json: "[]",
  event_types_json: "[]",
  confirm_json: null,
  deleted_at: deleted ? 1 : null,
  client_deleted_at: null,
  health_json: health === null ? null : JSON.stringify(health),
  reply_json: reply === null ? null : JSON.stringify(reply),
  limits_json: limits === null ? null : JSON.stringify(limits),
});
const claimedAs = ({ event: { payload, ...event }, kept, ...row }: ClaimedRow) => ({
  ...row,
  kept_json: JSON.stringify(kept),
  event_json: JSON.stringify({ ...event, submission_public_id: "s", payload_json: JSON.stringify(payload) }),
});
const keyOf = ({ lead_id, event_id, destination_id }: ClaimedRow, attempts = 0) => ({
  lead_id,
  event_id,
  destination_id,
  attempts,
});
const named = ({ lead_id, event_id, destination_id }: ClaimedRow) => [lead_id, event_id, destination_id];

const isDueClaim = ({ text }: Asked) => text.includes("status = 'pending' AND next_attempt_at <=");
const isTakeOver = ({ text }: Asked) =>
  text.includes("UPDATE deliveries") && text.includes("status = 'in_flight' AND lease_until");

/** Two databases: what is due at once, what is taken over, and what still waits. */
function databases(
  destinations: Destination[],
  {
    due = [],
    taken = [],
    waiting = [],
  }: { due?: ClaimedRow[]; taken?: ClaimedRow[]; waiting?: ClaimedRow[] },
) {
  const control = scriptedD1(() => destinations.map(rowOf));
  const lead = scriptedD1((statement) => {
    if (isDueClaim(statement)) return due.map(claimedAs);
    if (isTakeOver(statement) && statement.text.includes("RETURNING")) return taken.map(claimedAs);
    return statement.text.includes("next_attempt_at >") ? waiting : 1;
  });
  return { control: control.d1, lead: lead.d1, batches: lead.batches, asked: control.batches };
}

describe("a wake-up", () => {
  it("whose deliveries are taken costs three calls, and wakes nothing again", async () => {
    const destination = await newDestination();
    const rows = [1, 2].map(() => claimedDelivery(destination).delivery);
    const { batches, asked, ...both } = databases([destination], { due: rows });
    const keys = rows.map((row) => keyOf(row));
    expect(await deliver([...keys, ...keys], stillDependencies(both))).toEqual({
      again: [],
      runs: [],
      moved: 2,
      hasChanged: false,
    });
    expect(batches).toHaveLength(2);
    expect(asked.map((batch) => boundTo(batch, "destinations"))).toEqual([[[destination.id]]]);
    expect(boundTo(batches[0] ?? [], "RETURNING")).toContainEqual(rows.map(named));
  });

  it("wakes again what failed, once it is due, naming the try that failed", async () => {
    const destination = await newDestination();
    const { delivery } = claimedDelivery(destination, { attempts: 2 });
    const { control, lead } = databases([destination], { due: [delivery] });
    const fetch = async () => new Response("", { status: 500 });
    const { again } = await deliver([keyOf(delivery)], stillDependencies({ control, lead, fetch }));
    expect(again).toEqual([{ key: keyOf(delivery, 2), at: 1_002_000 }]);
  });

  it("sends what another worker's lease ran out on", async () => {
    const destination = await newDestination();
    const { delivery } = claimedDelivery(destination);
    const { control, lead, batches } = databases([destination], { taken: [delivery] });
    await deliver([keyOf(delivery)], stillDependencies({ control, lead }));
    expect(boundTo(batches[1] ?? [], "'lost'")).toContainEqual([named(delivery)]);
    expect(boundTo(batches[2] ?? [], "INSERT INTO delivery_attempts")).not.toEqual([]);
  });

  it.each([
    ["too early, as often tried as it says", 1, 1, true],
    ["too early, and tried since: that try wakes it itself", 1, 2, false],
    ["too early, of before wake-ups named tries", undefined, 0, true],
    ["too early, of before they did, and tried since", undefined, 1, false],
  ])("that comes %s is sent on %s", async (_what, atWake, attempts, sentOn) => {
    const destination = await newDestination();
    const { delivery } = claimedDelivery(destination, { attempts, next_attempt_at: 1_000_900 });
    const { control, lead } = databases([destination], { waiting: [delivery] });
    const { attempts: _none, ...key } = keyOf(delivery);
    const given = atWake === undefined ? key : { ...key, attempts: atWake };
    const { again } = await deliver([given], stillDependencies({ control, lead }));
    expect(again).toEqual(sentOn ? [{ key: keyOf(delivery, attempts), at: 1_000_900 }] : []);
  });

  it.each<[string, Partial<Destination>, string | null]>([
    ["disabled", { enabled: false }, "'held'"],
    ["deleted", { deleted: true }, "'cancelled'"],
    ["deleted, and disabled before", { deleted: true, enabled: false }, "'cancelled'"],
    ["enabled", {}, null],
  ])("for a destination that is %s: %o, its deliveries become %s", async (_what, given, state) => {
    const destination = await newDestination(given);
    const { delivery } = claimedDelivery(destination);
    const { control, lead, batches } = databases([destination], {});
    await deliver([keyOf(delivery)], stillDependencies({ control, lead }));
    const [first = []] = batches;
    expect(boundTo(first, "RETURNING")).toContainEqual(state === null ? [named(delivery)] : []);
    const stopped = first.flatMap(({ text }) => /SET\s+status = ('held'|'cancelled')/.exec(text)?.[1] ?? []);
    expect(stopped).toEqual(state === null ? [] : [state]);
    expect(boundTo(first, "'lost'")).toHaveLength(state === null ? 0 : 2);
  });

  it("for a destination nobody knows ends its deliveries", async () => {
    const { delivery } = claimedDelivery(await newDestination());
    const { control, lead, batches } = databases([], {});
    await deliver([keyOf(delivery)], stillDependencies({ control, lead }));
    expect(batches[0]?.some(({ text }) => text.includes("status = 'cancelled',"))).toBe(true);
    expect(batches).toHaveLength(1);
  });
});

describe("a claim's lease", () => {
  const leaseOf = async (
    given: Partial<Destination>[],
    deliveries: number,
    perSecond: number | null,
    random = 0,
  ) => {
    const destinations = await Promise.all(given.map((each) => newDestination(each)));
    const keys = Array.from({ length: deliveries }, () =>
      keyOf(claimedDelivery(destinations[0] as Destination).delivery),
    );
    const { control, lead, batches } = databases(destinations, {});
    await deliver(keys, stillDependencies({ control, lead, random: () => random }), { perSecond });
    const [leaseUntil, , dueBy] = (batches[0] ?? []).filter(isDueClaim).flatMap(({ values }) => values);
    return [Number(leaseUntil) - 1_000_000, Number(dueBy) - 1_000_000];
  };

  it.each<[string, Partial<Destination>[], number, number | null, number, number]>([
    ["a round of lanes at the installation's timeout", [{}], 6, null, 30_030, 0],
    ["two rounds", [{}], 7, null, 30_060, 0],
    ["the longest timeout of any destination", [{ timeout_ms: 500 }], 1, null, 30_500, 0],
    ["never less than the installation's timeout", [{ timeout_ms: 5 }], 1, null, 30_030, 0],
    ["what the pace makes it wait besides", [{}], 6, 2, 30_030 + 2_500 + 3_000, 2_500],
  ])("covers %s", async (_what, given, deliveries, perSecond, leaseMs, aheadMs) => {
    expect(await leaseOf(given, deliveries, perSecond)).toEqual([leaseMs, aheadMs]);
  });

  it("is longer by chance, so that a claim repeated knows what it took", async () => {
    expect(await leaseOf([{}], 1, null, 0.5)).toEqual([30_030 + 2_500, 0]);
  });
});

describe("a database that goes away behind the claim", () => {
  const failing = async (due: boolean) => {
    const destination = await newDestination();
    const [first, second] = [claimedDelivery(destination).delivery, claimedDelivery(destination).delivery];
    const control = scriptedD1(() => [rowOf(destination)]).d1;
    const lead = scriptedD1((statement, batch) => {
      if (batch >= 2 && batch <= 5) throw new Error("D1_ERROR: Network connection lost.");
      return isDueClaim(statement) && due ? [claimedAs(first)] : 1;
    });
    const sent: unknown[] = [];
    const fetch = (async (url: unknown) => {
      sent.push(url);
      return new Response("");
    }) as typeof globalThis.fetch;
    const delivered = deliver(
      [first, second].map((row) => keyOf(row)),
      stillDependencies({ control, lead: lead.d1, fetch }),
    );
    return { delivered, sent };
  };

  it("does not keep what is claimed from being sent", async () => {
    const { delivered, sent } = await failing(true);
    expect(await delivered).toMatchObject({ again: [], moved: 1 });
    expect(sent).toHaveLength(1);
    const lines = log.mock.calls.map(([line]) => JSON.parse(String(line)) as Record<string, unknown>);
    expect(lines).toContainEqual(expect.objectContaining({ event: "wakeup.failed", deliveries: 1 }));
  });

  it("has the wake-up come again where nothing is claimed", async () => {
    const { delivered } = await failing(false);
    await expect(delivered).rejects.toThrow("connection lost");
  });
});
