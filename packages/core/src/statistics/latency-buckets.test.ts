import * as fc from "fast-check";
import { expect, it } from "vitest";
import { dayOf } from "./day-of.ts";
import { bucketOf, noBucket, percentile } from "./latency-buckets.ts";

const countsOf = (durations: readonly number[]) =>
  durations.map((ms) => ({ bucket: bucketOf(ms), value: 1 }));

it.each([
  [-5, 0],
  [0, 0],
  [1, 1],
  [2, 4],
  [1_000, 38],
  [86_400_000, 101],
  [Number.MAX_SAFE_INTEGER, 120],
])("%d ms are counted in bucket %d", (ms, bucket) => {
  expect(bucketOf(ms)).toBe(bucket);
});

it("a percentile is at most a tenth off, up to thirty days", () => {
  const durations = fc.array(fc.integer({ min: 1, max: 30 * 86_400_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(durations, fc.integer({ min: 1, max: 100 }), (given, percent) => {
      const sorted = given.toSorted((a, b) => a - b);
      const exact = sorted[Math.ceil((percent / 100) * sorted.length - 1e-9) - 1] ?? 0;
      const found = percentile(countsOf(given), percent / 100) ?? 0;
      expect(Math.abs(found - exact)).toBeLessThanOrEqual(0.1 * exact);
    }),
  );
});

it("counts of several days and forms add up", () => {
  const days = [
    { bucket: bucketOf(10), value: 5 },
    { bucket: bucketOf(1_000), value: 90 },
    { bucket: bucketOf(10), value: 4 },
    { bucket: bucketOf(60_000), value: 1 },
  ];
  expect(percentile(days, 0.09)).toBeCloseTo(10, -0.5);
  expect(percentile(days, 0.1)).toBeGreaterThan(900);
  expect(percentile(days, 0.99)).toBeLessThan(1_100);
  expect(percentile(days, 1)).toBeGreaterThan(54_000);
});

it("nothing measured has no percentile", () => {
  expect(percentile([], 0.5)).toBeNull();
  expect(percentile([{ bucket: noBucket, value: 7 }], 0.5)).toBeNull();
});

it("what took less than a millisecond took none", () => {
  expect(percentile([{ bucket: 0, value: 1 }], 1)).toBe(0);
});

it("a bucket that nothing is counted in is not there", () => {
  const counts = [
    { bucket: 10, value: 0 },
    { bucket: 20, value: 1 },
  ];
  expect(percentile(counts, 0)).toBeCloseTo(1.2 ** 19.5);
});

it.each([
  [0, 0],
  [86_399_999, 0],
  [86_400_000, 1],
  [Date.UTC(2026, 10, 29, 12), 20_786],
])("%d ms is day %d", (ms, day) => expect(dayOf(ms)).toBe(day));
