import { describe, expect, it } from "vitest";
import { dayAt, whenClocksShow } from "./local-day.ts";
import { readDate, readDay, readMoment } from "./read-moment.ts";

const now = Date.UTC(2026, 10, 21, 20, 0, 0);
const clock = { now: () => now, timeZone: "Asia/Kolkata" };
const hour = 3_600_000;
const offset = 5.5 * hour;

it.each([
  ["90s", now - 90_000],
  ["30m", now - 1_800_000],
  ["2h", now - 7_200_000],
  [" 7d ", now - 604_800_000],
  ["1w", now - 604_800_000],
  ["2026-11-21T14:00Z", Date.UTC(2026, 10, 21, 14)],
  ["2026-11-21t14:00z", Date.UTC(2026, 10, 21, 14)],
  ["2026-11-21 14:00:30+05:30", Date.UTC(2026, 10, 21, 8, 30, 30)],
  ["2026-11-21 14:00", Date.UTC(2026, 10, 21, 14) - offset],
  ["2026-11-21T14:00:30", Date.UTC(2026, 10, 21, 14, 0, 30) - offset],
  ["2026-11-21", null],
  ["2 h", null],
  ["-2h", null],
  ["2026-02-30T10:00", null],
  ["2026-02-30T10:00Z", null],
  ["2026-11-21T25:00", null],
  ["14:00", null],
  ["", null],
])("the moment %j is %s", (text, at) => expect(readMoment(text, clock)).toBe(at));

it.each([
  // It is the 22nd there already.
  ["today", "2026-11-22"],
  ["Yesterday", "2026-11-21"],
  [" tomorrow ", "2026-11-23"],
  ["2026-11-21", "2026-11-21"],
  ["2026-02-30", null],
  ["2026-13-01", null],
  ["21.11.2026", null],
  ["2h", null],
  ["constructor", null],
])("the day %j is %s", (text, day) => expect(readDate(text, clock)).toBe(day));

it.each([
  ["a day of 24 hours", "Asia/Kolkata", "2026-11-21", 24],
  ["the day clocks are put forward", "Europe/Berlin", "2026-03-29", 23],
  ["the day they are put back", "Europe/Berlin", "2026-10-25", 25],
  ["a day that has no midnight", "Africa/Cairo", "2026-04-24", 23],
  ["a day whose hour before midnight comes twice", "Africa/Cairo", "2026-10-29", 25],
])("%s begins when its first clock shows it and ends with the next", (_what, timeZone, day, hours) => {
  const { since = 0, until = 0 } = readDay(day, { now: () => now, timeZone }) ?? {};
  expect((until - since) / hour).toBe(hours);
  expect([dayAt(since - 1, timeZone), dayAt(since, timeZone), dayAt(until - 1, timeZone)]).toEqual([
    dayAt(since - 12 * hour, timeZone),
    day,
    day,
  ]);
  expect(dayAt(until, timeZone)).not.toBe(day);
});

describe("a time of the clock", () => {
  it("that comes twice is the first", () =>
    expect(whenClocksShow("2026-10-25", "02:30:00", "Europe/Berlin")).toBe(Date.UTC(2026, 9, 25, 0, 30)));
  it("that is skipped is not before the clocks go on", () =>
    expect(whenClocksShow("2026-03-29", "02:30:00", "Europe/Berlin")).toBe(Date.UTC(2026, 2, 29, 1, 30)));
  it("is told without a zone by the machine's own", () =>
    expect(whenClocksShow("2026-11-21", "14:00:00", undefined)).toBe(new Date(2026, 10, 21, 14).getTime()));
});
