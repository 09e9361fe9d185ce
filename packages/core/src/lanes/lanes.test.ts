import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leaseMs } from "./lease-ms.ts";
import { laneCount, pickNext } from "./pick-next.ts";

const destinations = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 30 });

type OnStart = (
  destination: string,
  underWay: ReadonlyMap<string, number>,
  waiting: readonly string[],
) => void;

/** Runs all sends in lanes; in each step one of those under way ends, `ends` says which. Returns the order of the starts. */
function simulate(sends: readonly string[], ends: (count: number) => number, onStart: OnStart) {
  const waiting = [...sends];
  const running: string[] = [];
  const started: string[] = [];
  const underWay = () =>
    new Map([...Map.groupBy(running, (id) => id)].map(([id, all]) => [id, all.length] as const));
  for (;;) {
    while (running.length < laneCount) {
      const next = pickNext(waiting, underWay());
      if (next === null) break;
      onStart(waiting[next] ?? "", underWay(), waiting);
      const taken = waiting.splice(next, 1);
      running.push(...taken);
      started.push(...taken);
    }
    if (running.length === 0) return started;
    running.splice(ends(running.length), 1);
  }
}

describe("pickNext", () => {
  test("one destination alone uses every lane", () => {
    expect(pickNext(["a", "a"], new Map([["a", 5]]))).toBe(0);
  });

  test("a destination with two sends under way lets others pass", () => {
    expect(pickNext(["a", "a", "b"], new Map([["a", 2]]))).toBe(2);
  });

  test("nothing waiting, nothing picked", () => {
    expect(pickNext([], new Map())).toBeNull();
  });

  test("every send starts once, and none takes a third lane from a destination that has fewer than two", () => {
    fc.assert(
      fc.property(destinations, fc.infiniteStream(fc.nat()), (sends, chance) => {
        const started = simulate(
          sends,
          (count) => chance.next().value % count,
          (destination, underWay, waiting) => {
            if ((underWay.get(destination) ?? 0) < 2) return;
            expect(waiting.every((other) => (underWay.get(other) ?? 0) >= 2)).toBe(true);
          },
        );
        expect(started.toSorted()).toEqual(sends.toSorted());
      }),
    );
  });

  test("no lane stands idle while anything waits: the lease counts on it", () => {
    const waits = fc.array(fc.constantFrom("a", "b"), { minLength: 1 });
    fc.assert(
      fc.property(waits, fc.nat(6), fc.nat(6), (waiting, a, b) => {
        const underWay = new Map([
          ["a", a],
          ["b", b],
        ]);
        expect(pickNext(waiting, underWay)).not.toBeNull();
      }),
    );
  });
});

describe("leaseMs", () => {
  test("covers every round of a wake-up and half a minute more", () => {
    expect(leaseMs(30, 10_000)).toBe(80_000);
    expect(leaseMs(31, 10_000)).toBe(90_000);
    expect(leaseMs(1, 10_000)).toBe(40_000);
  });
});

test.each([
  ["the one with the fewest when all have their share", ["a", "b", "c"], { a: 4, b: 2, c: 3 }, 1],
  ["the first of those that have less than their share", ["a", "b", "c"], { a: 2, b: 1, c: 0 }, 1],
  ["one of which nothing is under way", ["a", "b"], { a: 2 }, 1],
])("a free lane takes %s", (_what, waiting, underWay, index) => {
  expect(pickNext(waiting, new Map(Object.entries(underWay)))).toBe(index);
});

test("a Worker has six connections, one for each lane", () => expect(laneCount).toBe(6));
