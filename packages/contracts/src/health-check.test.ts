import { expect, it } from "vitest";
import { amiss, byBadness, fine, worstOf, type HealthCheck } from "./health-check.ts";

const well = fine("clock", "It is twelve.");
const warning = amiss("warning", "held", { message: "Two are held.", todo: "Enable it.", since: 5 });
const problem = amiss("problem", "sweep", { message: "It stands.", todo: null });

it.each<[string, HealthCheck[]]>([
  ["ok", []],
  ["ok", [well]],
  ["warning", [well, warning, well]],
  ["problem", [problem, warning, well]],
])("an installation is as its worst part: %s", (state, checks) => {
  expect(worstOf(checks)).toBe(state);
});

it("the worst stands first, and what is alike stays in order", () => {
  const other = fine("bindings", "All are there.");
  expect([well, warning, other, problem].toSorted(byBadness)).toEqual([problem, warning, well, other]);
});
