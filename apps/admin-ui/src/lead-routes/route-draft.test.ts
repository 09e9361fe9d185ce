import { describe, expect, it } from "vitest";
import { draftOfRoute, isFinished, movedTo, percent, sharesOf, toRoute } from "./route-draft.ts";

const member = (id: string, weight = "1") => ({ id, name: id, weight, conditions: null });
const route = {
  id: "rte_1",
  client_id: "cli_1",
  name: "Buyers",
  mode: "weighted" as const,
  overflow_minutes: 30,
  members: [
    { destination_id: "a", name: "A", weight: 60, conditions: null },
    { destination_id: "b", name: "B", weight: 40, conditions: { country: { $eq: "IN" } } },
  ],
  counted_from: 1,
  created_at: 1,
  updated_at: 1,
  deleted_at: null,
};

it("a route comes out of the form as it went in", () => {
  expect(toRoute(draftOfRoute(route))).toEqual({
    name: "Buyers",
    mode: "weighted",
    overflow_minutes: 30,
    members: route.members.map(({ name: _name, ...one }) => one),
  });
});

it("is not finished while what is typed for one member is no condition", () => {
  expect(isFinished({ members: [member("a"), { ...member("b"), isUnfinished: false }] })).toBe(true);
  expect(isFinished({ members: [member("a"), { ...member("b"), isUnfinished: true }] })).toBe(false);
});

it("where all get a lead nothing goes on", () => {
  expect(toRoute({ ...draftOfRoute(route), mode: "all" }).overflow_minutes).toBeNull();
});

describe("moving one", () => {
  it.each([
    ["down", 0, 1, "bac"],
    ["to the end", 0, 2, "bca"],
    ["up", 2, 1, "acb"],
    ["beyond the end", 2, 3, "abc"],
    ["before the beginning", 0, -1, "abc"],
    ["where it is", 1, 1, "abc"],
  ])("%s", (_what, from, to, order) => {
    expect(movedTo(["a", "b", "c"], from, to).join("")).toBe(order);
  });
});

describe("shares", () => {
  it.each([
    ["by weights", "weighted", ["60", "40"], [0.6, 0.4]],
    ["by weights, one of which is none yet", "weighted", ["3", ""], [1, 0]],
    ["of weights that are all 0", "weighted", ["0", "0"], [0, 0]],
    ["in turn", "round_robin", ["9", "1"], [0.5, 0.5]],
    ["of all", "all", ["9", "1"], [1, 1]],
    ["of an order", "first_accepting", ["9", "1"], [null, null]],
  ] as const)("%s", (_what, mode, weights, shares) => {
    expect(sharesOf({ mode, members: weights.map((weight, at) => member(String(at), weight)) })).toEqual(
      shares,
    );
  });
  it.each([
    [1 / 3, "33 %"],
    [0.005, "0.5 %"],
    [0, "0 %"],
    [1, "100 %"],
  ])("%d is told as %s", (share, words) => {
    expect(percent(share)).toBe(words);
  });
});
