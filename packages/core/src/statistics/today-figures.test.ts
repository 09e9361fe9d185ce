import { describe, expect, it } from "vitest";
import type { DayCounters } from "./day-counters.ts";
import { bucketOf } from "./latency-buckets.ts";
import { firstDayNeeded, todayFigures } from "./today-figures.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const day = (on: number, given: Partial<DayCounters>): DayCounters => ({
  client_id: "c",
  day: on,
  slots: {},
  arrived: {},
  arrived_slots: {},
  lost: {},
  last_at: null,
  ...given,
});
/** Half past ten in India, where the day began at 18:30 UTC. */
const since = 100 * dayMs - 5.5 * hourMs;
const nowMs = 100 * dayMs + 5 * hourMs;
const one = bucketOf(1_000);
const days = [
  day(99, {
    slots: { f: { n: { 36: 100, 37: 1 } } },
    arrived: { f: { a: { [one]: 3 } } },
    arrived_slots: { a: { 36: 2, 37: 1 } },
    last_at: 7,
  }),
  day(100, {
    slots: { f: { n: { 0: 2, 10: 4 }, l: { 0: 9 }, o: { 0: 9 } }, g: { n: { 9: 8 } } },
    arrived: { f: { a: { [one]: 1 }, b: { [bucketOf(60_000)]: 1 } } },
    arrived_slots: { a: { 9: 1 }, b: { 10: 1 } },
    last_at: 9,
  }),
  day(93, { slots: { f: { n: { 9: 20, 10: 40, 11: 80 } } }, arrived: { f: { z: { [one]: 50 } } } }),
  day(92, { slots: { f: { n: { 36: 500, 37: 7 } } } }),
];
const figures = todayFigures(days, { since, nowMs });

describe("today", () => {
  it("is what came since it began where it is asked, new leads alone, beside the same hours a week ago", () => {
    expect([figures.leads, figures.leads_last_week]).toEqual([15, 27]);
  });

  it("is told by the hour, and that day of last week whole", () => {
    expect(figures.hours).toHaveLength(11);
    expect(figures.hours.reduce((sum, hour) => sum + hour, 0)).toBe(15);
    expect(figures.hours[0]).toBe(1);
    expect(figures.hours_last_week).toHaveLength(24);
    expect(figures.hours_last_week.reduce((sum, hour) => sum + hour, 0)).toBe(147);
  });

  it("knows when the last lead came, what arrived since and how fast it was of late", () => {
    expect([figures.last_lead_at, figures.delivered]).toEqual([9, 3]);
    expect(figures.latency_p50_ms).toBeGreaterThan(900);
    expect(figures.latency_p50_ms).toBeLessThan(1_100);
    expect(figures.latency_p95_ms).toBeGreaterThan(54_000);
  });

  it("tells of each destination that anything arrived at of late", () => {
    expect(figures.destinations.map(({ id, delivered }) => [id, delivered])).toEqual([
      ["a", 2],
      ["b", 1],
    ]);
    const [a] = figures.destinations;
    expect(a?.hours).toHaveLength(24);
    expect(a?.hours.reduce((sum, hour) => sum + hour, 0)).toBe(4);
  });

  it("looks through each day a few times, of however many clients and destinations", () => {
    let looks = 0;
    const clients = Array.from({ length: 50 }, (_, index) => index);
    const many = clients.flatMap((client) =>
      [99, 100].map((on) => ({
        ...day(on, { client_id: `c${client}`, slots: { [`f${client}`]: { n: { 0: 1 } } } }),
        get arrived_slots() {
          looks += 1;
          return { [`d${client}`]: { 0: 1 } };
        },
      })),
    );
    const told = todayFigures(many, { since, nowMs });
    expect([told.leads, told.delivered, told.hours.length]).toEqual([50, 50, 11]);
    expect(told.destinations).toHaveLength(50);
    expect(looks).toBeLessThanOrEqual(many.length * 4);
  });

  it("is nothing where nothing came", () => {
    expect(todayFigures([], { since, nowMs })).toMatchObject({
      leads: 0,
      last_lead_at: null,
      latency_p50_ms: null,
      destinations: [],
    });
  });

  it("needs the days from a week before its beginning on, and the day before those", () => {
    expect(firstDayNeeded(since)).toBe(91);
  });
});
