import { describe, expect, it } from "vitest";
import { median, percentile, rounded } from "./statistics.ts";

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

describe("percentiles", () => {
  it("are the nearest rank, whatever the order of the samples", () => {
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile([7], 0.99)).toBe(7);
  });

  it("of few samples are among them: one slow request in fifty is the p99", () => {
    expect(percentile([...Array.from({ length: 49 }, () => 1), 900], 0.99)).toBe(900);
  });

  it("of nothing are no number", () => {
    expect(percentile([], 0.5)).toBeNaN();
    expect(median([])).toBeNaN();
  });
});

describe("medians", () => {
  it("are the middle, or the mean of the middle two", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it("leave the samples in their order", () => {
    const samples = [3, 1, 2];
    median(samples);
    percentile(samples, 0.5);
    expect(samples).toEqual([3, 1, 2]);
  });
});

it("rounds to the digits asked for", () => {
  expect(rounded(1.005, 1)).toBe(1);
  expect(rounded(12_345.678)).toBe(12_345.68);
});
