import { beaconSchema, type TrackedEvent } from "@leadrelay/contracts/tracking";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { foldBeacon } from "./fold-beacon.ts";
import { joinTotals } from "./session-totals.ts";

const events: TrackedEvent[] = [
  { kind: "page_view", number: 1, at: 0, what: "/" },
  { kind: "scroll", number: 1, at: 4_000, percent: 49.9 },
  { kind: "click", number: 1, at: 5_000, what: "a#call" },
  { kind: "click", number: 2, at: 6_500, what: "a#call" },
  { kind: "page_view", number: 2, at: 9_000, what: "/pricing" },
  { kind: "custom", number: 1, at: 9_500, what: "video", data: '{"s":3}' },
];

it("a beacon is added up", () => {
  expect(foldBeacon({ events, returns: 2 })).toEqual({
    totals: { duration_ms: 9_500, scroll_percent: 49, clicks: 2, page_views: 2, events: 6, returns: 2 },
    seen: { "page /": 0, "click a#call": 6_500, "page /pricing": 9_000, "event video": '{"s":3}' },
  });
});

it("what is told of a session is bounded, however much a beacon says", () => {
  const many = Array.from({ length: 100 }, (_, index): TrackedEvent => ({
    kind: "click",
    number: 100_000,
    at: index,
    what: `a#${index}`,
  }));
  const { totals, seen } = foldBeacon({ events: many, returns: 0 });
  expect([totals.clicks, Object.keys(seen).length]).toEqual([100_000, 30]);
});

it("however a session's events are cut into beacons, come twice or in another order, it comes to the same, and a lost one is made up for by the next of its kind", () => {
  const cut = fc.array(fc.subarray(events, { minLength: 1 }), { maxLength: 6 });
  fc.assert(
    fc.property(cut, (beacons) => {
      const told = [...beacons, events].map((some) => foldBeacon({ events: some, returns: 0 }).totals);
      expect(told.reduce(joinTotals).clicks).toBe(2);
      expect(told.reduce(joinTotals)).toEqual(foldBeacon({ events, returns: 0 }).totals);
    }),
  );
  expect(foldBeacon({ events: events.slice(3, 4), returns: 0 }).totals.clicks).toBe(2);
});

it.each([
  ["no event", { events: [] }],
  ["more than a hundred", { events: Array.from({ length: 101 }, () => events[0]) }],
  ["a kind that there is not", { events: [{ kind: "keys", number: 1, at: 0 }] }],
  ["a text that is too long", { events: [{ kind: "click", number: 1, at: 0, what: "x".repeat(101) }] }],
  ["a time before the session", { events: [{ kind: "click", number: 1, at: -1 }] }],
  ["a browser without a name", { visitor: "" }],
])("a beacon with %s is none", (_, given) => {
  const beacon = { v: 1, form: "frm_a", visitor: "visitor-1", session: "session-1", returns: 0, events };
  expect(beaconSchema.safeParse(beacon).success).toBe(true);
  expect(beaconSchema.safeParse({ ...beacon, ...given }).success).toBe(false);
});
