import { expect, it } from "vitest";
import { leaving, openBudget } from "./budget.ts";

it("is taken from until nothing is left, and gives all or nothing", () => {
  const budget = openBudget(5);
  expect([budget.take(3), budget.take(3), budget.take(2), budget.take(1)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(budget.left).toBe(0);
});

it("keeps what is reserved for others", () => {
  const budget = openBudget(10);
  const mine = leaving(budget, 4);
  expect([mine.left, mine.take(7), mine.take(6), mine.take(1)]).toEqual([6, false, true, false]);
  expect([mine.left, budget.left, budget.take(4)]).toEqual([0, 4, true]);
});
