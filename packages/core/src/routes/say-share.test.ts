import { expect, test } from "vitest";
import { percent } from "./say-share.ts";

test.each([
  ["a whole", 1, 1, "100 %"],
  ["more than ten is told without tenths", 105, 1_000, "11 %"],
  ["ten", 1, 10, "10 %"],
  ["less than ten is told with tenths", 95, 1_000, "9.5 %"],
  ["a whole number of less than ten is told without", 9, 100, "9 %"],
  ["nothing", 0, 7, "0 %"],
  ["of nothing", 3, 0, "0 %"],
])("%s: %i of %i is %s", (_what, part, whole, said) => {
  expect(percent(part, whole)).toBe(said);
});
