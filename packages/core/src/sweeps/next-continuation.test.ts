import { mostHops, type SweepContinuation } from "@leadrelay/contracts/sweep-continuation";
import { describe, expect, it } from "vitest";
import { isChainOver, nextContinuation, type Swept } from "./next-continuation.ts";

const begun_at = 1_000_000;
const hopOf = (hop: number): SweepContinuation => ({
  v: 1,
  type: "sweep",
  task: "spill",
  from: "before",
  hop,
  begun_at,
});
const left: Swept = { moved: 1, next: "here" };

describe("a sweep goes on", () => {
  it.each<[string, Swept, SweepContinuation | null, number, { from: string; hop: number } | null]>([
    ["where it moved something and left more", left, null, begun_at, { from: "here", hop: 1 }],
    ["at its beginning, if it says so", { moved: 3, next: "" }, null, begun_at, { from: "", hop: 1 }],
    ["not where nothing is left", { moved: 9, next: null }, null, begun_at, null],
    ["not where nothing moved", { moved: 0, next: "here" }, null, begun_at, null],
    ["hop by hop", left, hopOf(4), begun_at + 1, { from: "here", hop: 5 }],
    ["up to the last hop", left, hopOf(mostHops - 1), begun_at, { from: "here", hop: mostHops }],
    ["and no further", left, hopOf(mostHops), begun_at, null],
    ["up to the end of its minute", left, hopOf(1), begun_at + 59_999, { from: "here", hop: 2 }],
    ["and no longer", left, hopOf(1), begun_at + 60_000, null],
    ["where another clock is behind the one it began by", left, hopOf(1), 0, { from: "here", hop: 2 }],
  ])("%s", (_when, swept, before, nowMs, expected) => {
    expect(nextContinuation("spill", swept, before, nowMs)).toEqual(
      expected && { v: 1, type: "sweep", task: "spill", begun_at, ...expected },
    );
  });
});

it("a chain has a minute", () => {
  expect([59_999, 60_000].map((after) => isChainOver(begun_at, begun_at + after))).toEqual([false, true]);
});
