import * as fc from "fast-check";
import { expect, it } from "vitest";
import { shareCalls, type Demand } from "./share-calls.ts";

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

it("each gets its least, and of the rest what its weight is of all weights", () => {
  const demands = {
    wakes: { least: 10, weight: 3 },
    forgets: { least: 20, weight: 0 },
    publishes: { least: 30, weight: 1 },
  };
  expect(shareCalls(demands, 100)).toEqual({ wakes: 40, forgets: 20, publishes: 40 });
});

it("a new task takes a part of everybody's rest, and of nobody's least", () => {
  const before = { one: { least: 100, weight: 2 }, other: { least: 50, weight: 1 } };
  expect(shareCalls(before, 300)).toEqual({ one: 200, other: 100 });
  expect(shareCalls({ ...before, new: { least: 30, weight: 1 } }, 300)).toEqual({
    one: 160,
    other: 80,
    new: 60,
  });
});

it("what does not fit with everybody's least is refused, with the numbers", () => {
  const demands = { one: { least: 60, weight: 1 }, other: { least: 41, weight: 0 } };
  expect(() => shareCalls(demands, 100)).toThrow("2 sweeps need 101 calls at least; there are 100");
  expect(shareCalls(demands, 101)).toEqual({ one: 60, other: 41 });
});

it("whoever asks for what, nobody has less than its least, the heavier as much as the lighter, and no call is lost", () => {
  const demand = fc.record({ least: fc.nat(50), weight: fc.nat(20) });
  fc.assert(
    fc.property(fc.array(demand, { minLength: 1, maxLength: 20 }), fc.nat(1_000), (demands, spare) => {
      const least = total(demands.map((one) => one.least));
      const named = Object.fromEntries(demands.map((one, index) => [`sweep ${index}`, one]));
      const shares = Object.values(shareCalls(named, least + spare));
      const rest = (index: number) => (shares[index] ?? 0) - (demands[index] as Demand).least;
      expect(Math.min(...shares.map((_, index) => rest(index)))).toBeGreaterThanOrEqual(0);
      const anyWeight = demands.some(({ weight }) => weight > 0);
      expect(total(shares)).toBe(anyWeight ? least + spare : least);
      for (const [index, one] of demands.entries())
        for (const [at, other] of demands.entries())
          if (one.weight > other.weight) expect(rest(index)).toBeGreaterThanOrEqual(rest(at) - 1);
    }),
  );
});
