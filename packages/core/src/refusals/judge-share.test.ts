import * as fc from "fast-check";
import { expect, test } from "vitest";
import { judgeShare } from "./judge-share.ts";

const limits = { least: 5, share: 0.5 };
const none = [0, 0] as const;

test.each<[string, readonly [number, number], readonly [number, number], boolean]>([
  ["a form that takes all is well", [0, 40], none, false],
  ["one that has no posts is well", [0, 0], none, false],
  ["four lost are chance", [4, 0], none, false],
  ["five of five lost are told", [5, 0], none, true],
  ["five of ten are told", [5, 5], none, true],
  ["five of eleven are not", [5, 6], none, false],
  ["a form that loses half of its posts, as it does all week, is as usual", [50, 50], [500, 500], false],
  ["one that does so and now loses three quarters is told", [75, 25], [500, 500], true],
  ["and a little less is not", [74, 26], [500, 500], false],
  ["one that never lost any and loses half is told", [10, 10], [0, 500], true],
  ["one that loses 95 of 100 as ever is as usual", [95, 5], [950, 50], false],
  ["one that takes nothing is told, though it never did", [5, 0], [1000, 0], true],
  ["nineteen posts in a week tell nothing of what is usual", [10, 10], [10, 9], true],
  ["twenty do", [10, 10], [10, 10], false],
])("%s", (_what, [lost, taken], [weekLost, weekTaken], isTold) => {
  const share = judgeShare({ lost, taken }, { lost: weekLost, taken: weekTaken }, limits);
  expect(share).toBe(isTold ? lost / (lost + taken) : null);
});

test("limits may be set: a least of none is one, a share of all only what takes nothing", () => {
  const week = { lost: 0, taken: 0 };
  expect(judgeShare({ lost: 0, taken: 0 }, week, { least: 0, share: 0 })).toBeNull();
  expect(judgeShare({ lost: 1, taken: 1 }, week, { least: 0, share: 0 })).toBe(0.5);
  expect(judgeShare({ lost: 9, taken: 1 }, week, { least: 5, share: 1 })).toBeNull();
  expect(judgeShare({ lost: 9, taken: 0 }, week, { least: 5, share: 1 })).toBe(1);
});

test("more lost of the same posts is never told less", () => {
  const count = fc.nat({ max: 1_000 });
  fc.assert(
    fc.property(count, count, count, count, (lost, taken, weekLost, weekTaken) => {
      const week = { lost: weekLost, taken: weekTaken };
      const told = judgeShare({ lost, taken }, week, limits);
      const more = judgeShare({ lost: lost + 1, taken }, week, limits);
      expect(told === null || more !== null).toBe(true);
    }),
  );
});
