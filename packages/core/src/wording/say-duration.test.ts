import { expect, it } from "vitest";
import { sayDuration } from "./say-duration.ts";

it.each([
  [0, "less than a second"],
  [1_000, "1 second"],
  [4_200, "4.2 seconds"],
  [45_000, "45 seconds"],
  [60_000, "1 minute"],
  [30 * 60_000, "30 minutes"],
  [-12 * 60_000, "12 minutes"],
  [90 * 60_000, "90 minutes"],
  [3 * 3_600_000, "3 hours"],
  [24 * 3_600_000, "24 hours"],
  [48 * 3_600_000, "2 days"],
  [60 * 3_600_000, "2.5 days"],
  [30 * 24 * 3_600_000, "30 days"],
])("%d ms is %s", (ms, words) => {
  expect(sayDuration(ms)).toBe(words);
});

it.each([
  [999, "less than a second"],
  [59_999, "60 seconds"],
  [2 * 3_600_000 - 1, "120 minutes"],
  [2 * 3_600_000, "2 hours"],
  [48 * 3_600_000 - 1, "48 hours"],
  [9_940, "9.9 seconds"],
  [10_400, "10 seconds"],
  [1_040, "1 second"],
])("just at the edge of a unit, %d ms is %s", (ms, words) => {
  expect(sayDuration(ms)).toBe(words);
});
