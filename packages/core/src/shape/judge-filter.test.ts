import { expect, it, test } from "vitest";
import type { Condition } from "./condition.ts";
import { judgeFilter } from "./judge-filter.ts";
import type { LeadValue } from "./lead-values.ts";

const values: Record<string, LeadValue> = { n: 5, text: "Lakeside Towers", list: ["2", "3"], blank: "" };
const lead = { of: (name: string): LeadValue => values[name] ?? null };
const passes = (condition: Condition) => judgeFilter(condition, lead).passes;
const one = (field: string, sign: string, value: unknown) => ({ field, sign, value }) as Condition;

test.each<[field: string, sign: string, value: unknown, passes: boolean]>([
  ["n", "$eq", 5, true],
  ["n", "$eq", 6, false],
  ["n", "$ne", 6, true],
  ["n", "$ne", 5, false],
  ["n", "$gt", 4, true],
  ["n", "$gt", 5, false],
  ["n", "$gte", 5, true],
  ["n", "$gte", 6, false],
  ["n", "$lt", 6, true],
  ["n", "$lt", 5, false],
  ["n", "$lte", 5, true],
  ["n", "$lte", 4, false],
  ["n", "$in", [1, 5], true],
  ["n", "$in", [1, 2], false],
  ["n", "$nin", [1, 2], true],
  ["n", "$nin", [1, 5], false],
  ["text", "$contains", "towers", true],
  ["text", "$contains", "villas", false],
  ["list", "$eq", "3", true],
  ["list", "$eq", "4", false],
  ["list", "$ne", "3", false],
  ["list", "$gt", 2, true],
  ["list", "$gt", 3, false],
  ["list", "$contains", "2", true],
  ["list", "$in", ["4", "2"], true],
  ["list", "$nin", ["4", "2"], false],
  ["list", "$exists", true, true],
  ["list", "$exists", false, false],
  ["blank", "$exists", true, false],
  ["blank", "$exists", false, true],
  ["gone", "$exists", false, true],
  ["gone", "$eq", 5, false],
  ["gone", "$ne", 5, true],
  ["gone", "$gt", 0, false],
  ["gone", "$lt", 9, false],
  ["gone", "$contains", "x", false],
])("%s %s %j: %s", (field, sign, value, expected) => {
  expect(passes(one(field, sign, value))).toBe(expected);
});

const yes = one("n", "$eq", 5);
const no = one("n", "$eq", 6);
test.each<[what: string, condition: Condition, passes: boolean]>([
  ["all of two that hold", { all: [yes, yes] }, true],
  ["all with one that does not", { all: [yes, no] }, false],
  ["any with one that holds", { any: [no, yes] }, true],
  ["any of none that hold", { any: [no, no] }, false],
  ["none of none that hold", { none: [no, no] }, true],
  ["none with one that holds", { none: [no, yes] }, false],
  ["within one another", { all: [yes, { any: [no, { none: [no] }] }] }, true],
])("%s", (_what, condition, expected) => {
  expect(passes(condition)).toBe(expected);
});

it("says what is not met, and is asked of other leads again with their own values", () => {
  const condition: Condition = { all: [one("text", "$exists", true), no] };
  expect(judgeFilter(condition, lead)).toEqual({ passes: false, why: expect.stringContaining("n is not 6") });
  expect(judgeFilter(condition, { of: (name) => (name === "n" ? 6 : "x") })).toEqual({ passes: true });
  expect(judgeFilter(condition, lead).passes).toBe(false);
});

it("two fields of one condition are two, whatever they are called", () => {
  const odd = { of: (name: string): LeadValue => (name === "__proto__" ? 1 : name === "a.0" ? 2 : null) };
  const of = (field: string, value: number) => one(field, "$eq", value);
  expect(judgeFilter({ all: [of("__proto__", 1), of("a.0", 2)] }, odd).passes).toBe(true);
  expect(judgeFilter({ all: [of("__proto__", 2), of("a.0", 2)] }, odd).passes).toBe(false);
  expect(judgeFilter({ all: [of("__proto__", 1), of("a.0", 1)] }, odd).passes).toBe(false);
});
