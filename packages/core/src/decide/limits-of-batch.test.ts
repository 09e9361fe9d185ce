import type { Cap, DestinationLimits } from "@leadrelay/contracts/destination-limits";
import { describe, expect, it } from "vitest";
import { client, decide } from "../../test/decide-posts.ts";
import { sampleDestination, sampleFacts } from "../../test/decide-samples.ts";
import { tallyKey } from "../tallies/tally.ts";
import type { DestinationFacts } from "./facts.ts";

const limitsOf = (...caps: Cap[]): DestinationLimits => ({
  time_zone: "UTC",
  week_starts: "monday",
  caps,
  hours: null,
  holidays: [],
});
const inAll = (leads: number, source: string | null = null): Cap => ({ per: "total", leads, source });
const people = (count: number) => Array.from({ length: count }, (_, index) => ({ email: `p${index}@x.io` }));

/** What becomes of so many leads at these destinations, of which so much is counted: `made 3`, or who it is held for. */
function deliveriesOf(count: number, destinations: DestinationFacts[], tallies: Record<string, number> = {}) {
  const facts = sampleFacts({
    ...client({ destinations }),
    tallies: new Map(Object.entries(tallies).map(([subject, taken]) => [tallyKey(subject, "all"), taken])),
  });
  const { plan, traces } = decide(people(count), facts);
  return {
    statuses: plan.deliveries.map(({ destination_id, status }) => `${destination_id} ${status}`),
    words: traces.map((trace) => trace.destinations.map(({ words }) => words)),
    tallies: plan.tallies,
  };
}

const make = (limits: DestinationLimits | null, given: Partial<DestinationFacts> = {}): DestinationFacts => ({
  ...sampleDestination,
  limits,
  ...given,
});

describe("leads of one batch", () => {
  it("do not get more room than there is, and the rest is held and marked", () => {
    const { statuses, words, tallies } = deliveriesOf(4, [make(limitsOf(inAll(5)))], { "cap:make": 3 });
    expect(statuses).toEqual(["make pending", "make pending", "make held", "make held"]);
    expect(words[2]).toEqual(["is full until its cap is raised (5 of 5 in total)"]);
    expect(tallies).toEqual([
      { client_id: "client", subject: "held:make", period: "all", count: 2, ends_at: null },
    ]);
  });

  it("write nothing to the counts before they arrive", () => {
    expect(deliveriesOf(2, [make(limitsOf(inAll(5)))]).tallies).toEqual([]);
    expect(deliveriesOf(2, [make(null)]).tallies).toEqual([]);
  });

  it("go to the next of a route once the first is full", () => {
    const route = {
      route_id: "r",
      mode: "first_accepting" as const,
      counted_from: 1,
      weight: 1,
      conditions: null,
      overflow_minutes: null,
    };
    const a = make(limitsOf(inAll(1)), { id: "a", name: "A", route: { ...route, position: 0 } });
    const b = make(null, { id: "b", name: "B", route: { ...route, position: 1 } });
    const { statuses, words } = deliveriesOf(3, [a, b]);
    expect(statuses).toEqual(["a pending", "b pending", "b pending"]);
    expect(words[1]?.[1]).toBe(
      "B: the first that takes it; A is full until its cap is raised (1 of 1 in total)",
    );
  });
});
