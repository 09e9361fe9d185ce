import { describe, expect, it } from "vitest";
import { fromFilter, toFilter, type Group } from "./conditions.ts";

const rule = (field: string, operator: "is" | "one_of" | "least" | "given", value = "") => ({
  field,
  operator,
  value,
});

describe("what the form says and the API takes, both ways", () => {
  it.each<[string, Group, object | null]>([
    ["nothing", { join: "and", rules: [] }, null],
    ["one rule", { join: "and", rules: [rule("country", "is", "IN")] }, { country: { $eq: "IN" } }],
    [
      "a list",
      { join: "and", rules: [rule("country", "one_of", "IN, AE")] },
      { country: { $in: ["IN", "AE"] } },
    ],
    ["what is given", { join: "and", rules: [rule("email", "given")] }, { email: { $exists: true } }],
    [
      "what does not contain",
      { join: "and", rules: [{ field: "message", operator: "contains_not", value: "spam" }] },
      { message: { $not: { $contains: "spam" } } },
    ],
    [
      "all of two",
      { join: "and", rules: [rule("country", "is", "IN"), rule("fields.budget", "least", "5000")] },
      { $and: [{ country: { $eq: "IN" } }, { "fields.budget": { $gte: "5000" } }] },
    ],
    [
      "any of two within all",
      {
        join: "and",
        rules: [
          rule("email", "given"),
          { join: "or", rules: [rule("city", "is", "Pune"), rule("city", "is", "Goa")] },
        ],
      },
      {
        $and: [{ email: { $exists: true } }, { $or: [{ city: { $eq: "Pune" } }, { city: { $eq: "Goa" } }] }],
      },
    ],
  ])("%s", (_what, group, filter) => {
    expect(toFilter(group)).toEqual(filter);
    expect(fromFilter(filter as Record<string, unknown> | null)).toEqual(group);
  });
});

it("several fields of one object are all of them, and a plain value is what it is", () => {
  expect(fromFilter({ country: "IN", "fields.size": { $gt: 3 } })).toEqual({
    join: "and",
    rules: [
      { field: "country", operator: "is", value: "IN" },
      { field: "fields.size", operator: "more", value: "3" },
    ],
  });
});

it("a rule without a field, and a group of none, are left out", () => {
  const rules = [rule("", "is", "x"), { join: "or" as const, rules: [] }, rule("city", "is", "Goa")];
  expect(toFilter({ join: "and", rules })).toEqual({ city: { $eq: "Goa" } });
});

it.each([
  ["none of several", { $nor: [{ country: "IN" }] }],
  ["two signs at once", { budget: { $gt: 1, $lt: 5 } }],
  ["what is turned round", { country: { $not: { $in: ["IN"] } } }],
  [
    "groups in groups in groups",
    { $and: [{ $or: [{ a: "1" }, { $and: [{ b: "2" }, { c: "3" }] }] }, { d: "4" }] },
  ],
  ["a value with a comma in a list", { city: { $in: ["Pune, IN"] } }],
  ["null", { country: null }],
])("%s is beyond the form", (_what, filter) => {
  expect(fromFilter(filter)).toBeUndefined();
});
