import { describe, expect, it } from "vitest";
import { chooseByHash } from "./choose-by-hash.ts";

const members = [
  { id: "b", position: 1, weight: 3 },
  { id: "a", position: 0, weight: 1 },
];
const keys = Array.from({ length: 2_000 }, (_, index) => `submission-${index}`);
const shareOfA = (mode: "weighted" | "round_robin") =>
  keys.filter((key) => chooseByHash(mode, members, key)[0] === "a").length / keys.length;

describe("a choice by a submission's id", () => {
  it("is the same however often it is asked, and in whatever order members are read", () => {
    for (const key of keys.slice(0, 50))
      expect(chooseByHash("weighted", members.toReversed(), key)).toEqual(
        chooseByHash("weighted", members, key),
      );
  });

  it("is about right by shares, and even by turns", () => {
    expect(shareOfA("weighted")).toBeCloseTo(0.25, 1);
    expect(shareOfA("round_robin")).toBeCloseTo(0.5, 1);
  });

  it("is the first wherever the first to accept gets it", () => {
    for (const key of keys.slice(0, 50)) expect(chooseByHash("first_accepting", members, key)).toEqual(["a"]);
  });

  it.each([
    ["everybody, of all", "all", members, ["a", "b"]],
    ["the first, of those who may accept in order", "first_accepting", members, ["a"]],
    [
      "the only one with a share",
      "weighted",
      [{ id: "x", position: 0, weight: 0 }, ...members.slice(0, 1)],
      ["b"],
    ],
    ["the first where nobody has a share", "weighted", [{ id: "x", position: 4, weight: 0 }], ["x"]],
    ["nobody of nobody", "weighted", [], []],
  ] as const)("is %s", (_, mode, of, chosen) => {
    expect(chooseByHash(mode, of, "s")).toEqual(chosen);
  });
});
