import { describe, expect, it } from "vitest";
import { faultOfStages, moved, oneMore, takenAway, toEdited } from "./edited-stages.ts";

const names = (stages: { name: string }[]) => stages.map(({ name }) => name);
const three = toEdited(["new", "won", "lost"]);

describe("a stage is moved", () => {
  it.each([
    [1, -1, ["won", "new", "lost"]],
    [1, 1, ["new", "lost", "won"]],
    [0, -1, ["new", "won", "lost"]],
    [2, 1, ["new", "won", "lost"]],
    [9, 1, ["new", "won", "lost"]],
  ] as const)("%i by %i", (key, by, order) => {
    expect(names(moved(three, key, by))).toEqual(order);
  });
});

it("one more has a key that none had", () => {
  const more = oneMore(three.filter(({ key }) => key !== 1));
  expect(more.map(({ key }) => key)).toEqual([0, 2, 3]);
  expect(oneMore([])).toEqual([{ key: 0, name: "" }]);
});

it.each([
  [["new", "won"], null],
  [["new", " "], "empty"],
  [[], "empty"],
  [["new", "new "], "twice"],
])("%j has this fault: %s", (stages, fault) => {
  expect(faultOfStages(toEdited(stages))).toBe(fault);
});

it("a stage that is renamed or removed is taken away, one that moved is not", () => {
  expect(takenAway(["new", "won", "lost"], toEdited(["lost ", "closed", "new"]))).toEqual(["won"]);
});
