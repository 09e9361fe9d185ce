import { describe, expect, it } from "vitest";
import { bucketsOf, countIn, countSince, type DayCounters } from "./day-counters.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const day = (given: Partial<DayCounters>): DayCounters => ({
  client_id: "c",
  day: 10,
  slots: {},
  arrived: {},
  arrived_slots: {},
  lost: {},
  last_at: null,
  ...given,
});
const days = [
  day({ day: 9, slots: { f: { n: { 47: 100 } } } }),
  day({ slots: { f: { n: { 0: 1, 1: 10 }, l: { 0: 1_000 } }, g: { n: { 1: 20 } } } }),
];
const news = ({ slots }: DayCounters) => Object.values(slots).map(({ n }) => n);
const at = (hours: number) => 10 * dayMs + hours * hourMs;

describe("counted in a span", () => {
  it.each<[what: string, from: number, to: number, counted: number]>([
    ["is what came from its beginning", at(0), at(1), 31],
    ["and not before", at(0.5), at(1), 30],
    ["or after", at(0), at(0.5), 1],
    ["over midnight", at(-0.5), at(0.5), 101],
    ["of a half hour that runs as much as has passed", at(0), at(0.75), 16],
    ["of nothing is nothing", at(2), at(3), 0],
  ])("%s", (_what, from, to, counted) => {
    expect(countIn(days, { from, to }, news)).toBe(counted);
  });

  it("up to now is all of the half hour that runs", () => {
    expect(countSince(days, at(0.5), news)).toBe(30);
  });
});

it("durations are those of all forms, and of a destination alone if one is named; what is not measured is left out", () => {
  const arrived = { f: { a: { 3: 1, "-1": 5, m: 2 }, b: { 4: 2 } }, "-": { a: { 3: 4 } } };
  expect(bucketsOf([day({ arrived })])).toEqual([
    { bucket: 3, value: 1 },
    { bucket: 4, value: 2 },
    { bucket: 3, value: 4 },
  ]);
  expect(bucketsOf([day({ arrived })], "b")).toEqual([{ bucket: 4, value: 2 }]);
});
