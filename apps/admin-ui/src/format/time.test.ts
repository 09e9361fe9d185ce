import { expect, test } from "vitest";
import { countdown, exactTime, shortTime, span } from "./time.ts";

const at = Date.UTC(2026, 11, 31, 20, 15);
const now = Date.UTC(2026, 5, 1);

test.each([
  ["Asia/Kolkata", at, now, /1 Jan 2027|Jan 1, 2027/],
  ["America/New_York", at, now, /^(31 Dec|Dec 31), (15:15|3:15 PM)$/i],
  ["the year of the zone, not of UTC", at, at + 86_400_000, /./],
  ["Nowhere/Such", at, now, /Dec|Jan/],
])("a time by the clocks of %s", (zone, ms, then, told) =>
  expect(shortTime(ms, { zone, now: then })).toMatch(told),
);

test("an exact time says its zone and UTC", () => {
  expect(exactTime(at, "Asia/Kolkata")).toMatch(/GMT\+5:30|IST/);
  expect(exactTime(at, "Asia/Kolkata")).toMatch(/2026-12-31T20:15:00.000Z$/);
});

test.each([
  [7_000, "in 0:07"],
  [6_100, "in 0:07"],
  [65_000, "in 1:05"],
  [3_600_000, "in 1:00:00"],
  [4_470_000, "in 1:14:30"],
  [0, "now"],
  [-5_000, "now"],
])("%i ms are left: %s", (left, told) => expect(countdown(1_000_000 + left, 1_000_000)).toBe(told));

test.each([
  [340, "340 ms"],
  [4_200, "4.2 s"],
  [180_000, "3 min"],
  [18_000_000, "5 h"],
])("%i ms: %s", (ms, told) => expect(span(ms)).toBe(told));
