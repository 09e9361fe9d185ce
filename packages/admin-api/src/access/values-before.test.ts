import { expect, it } from "vitest";
import { valuesBefore } from "./values-before.ts";

const before = { name: "Lakeside", stages: ["new", "won"], time_zone: null, other: 1 };

it.each([
  ["what is another now", { name: "Hilltop" }, { before: { name: "Lakeside" } }],
  ["a list by what is in it", { stages: ["new"] }, { before: { stages: ["new", "won"] } }],
  ["what was nothing", { time_zone: "UTC" }, { before: { time_zone: null } }],
  ["nothing of what stayed", { name: "Lakeside", stages: ["new", "won"] }, {}],
  ["nothing where nothing was changed", {}, {}],
])("%s", (_what, changed, told) => {
  expect(valuesBefore(before, changed)).toEqual(told);
});
