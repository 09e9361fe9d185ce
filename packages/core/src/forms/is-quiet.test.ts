import { expect, it } from "vitest";
import { isQuiet } from "./is-quiet.ts";

const day = 86_400_000;
const now = 100 * day;

it.each<[string, number, number | null, boolean]>([
  ["never took one", 0, null, false],
  ["took too few to tell", 4, 20, false],
  ["took one a minute ago", 100, 0, false],
  ["took many, and none over a long weekend", 100, 2.9, false],
  ["took many, and none for longer", 100, 3.1, true],
  ["takes one every four days, and none for two weeks", 5, 12, false],
  ["took one every other day, and none for two weeks", 8, 14, true],
])("a form that %s", (_what, taken, daysAgo, quiet) => {
  const lastAt = daysAgo === null ? null : now - daysAgo * day;
  expect(isQuiet({ taken, days: 28, lastAt }, now)).toBe(quiet);
});
