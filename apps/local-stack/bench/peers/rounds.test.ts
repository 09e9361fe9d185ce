import { expect, test } from "vitest";
import { burstPeople, inTurn } from "./rounds.ts";

test("each contender begins as often as the others", () => {
  expect([0, 1, 2, 3].map((round) => inTurn(["a", "b", "c"], round).join(""))).toEqual([
    "abc",
    "bca",
    "cab",
    "abc",
  ]);
});

test("every fifth post of a burst is by somebody who posted before, none by somebody of another burst", () => {
  const people = burstPeople(10_000, 3_000);
  expect(people).toHaveLength(3_000);
  expect(3_000 - new Set(people).size).toBe(560);
  expect([people[204], people[209], people[2_999]]).toEqual([10_001, 10_006, 12_796]);
  expect(Math.min(...people)).toBe(10_000);
});
