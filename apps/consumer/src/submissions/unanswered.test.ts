import { expect, it } from "vitest";
import { createUnanswered } from "./unanswered.ts";

it("a destination is unanswered while a request to it waits for longer than an answer takes", () => {
  const unanswered = createUnanswered();
  const end = unanswered.begin(["a", "b"], 1_000);
  const other = unanswered.begin(["b"], 1_050);
  expect(["a", "b", "c"].map((id) => unanswered.has(id, 1_100))).toEqual([false, false, false]);
  expect(["a", "b", "c"].map((id) => unanswered.has(id, 1_101))).toEqual([true, true, false]);
  end();
  expect(["a", "b"].map((id) => unanswered.has(id, 1_150))).toEqual([false, false]);
  expect(["a", "b"].map((id) => unanswered.has(id, 1_151))).toEqual([false, true]);
  other();
  expect(unanswered.has("b", 9_999)).toBe(false);
});
