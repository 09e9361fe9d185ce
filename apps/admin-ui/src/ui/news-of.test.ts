import { expect, test } from "vitest";
import { newsOf } from "./news-of.ts";

const rows = (text: string) => text.split("").map((id) => ({ id, at: 1 }));

test.each([
  ["nothing changed", "abc", "abc", 0, false],
  ["two are new", "abc", "xyabc", 2, false],
  ["the look is shorter than the list", "abcdef", "abc", 0, false],
  ["new ones pushed others out of the look", "abcdef", "xab", 1, false],
  ["all that is looked at is new", "abc", "xyz", 3, false],
  ["one went away", "abc", "ac", 0, true],
  ["one went away and one is new", "abc", "xac", 1, true],
  ["the last one went away: the look may end there", "abc", "ab", 0, false],
  ["all went away", "abc", "", 0, true],
  ["both are empty", "", "", 0, false],
  ["the first one comes in", "", "a", 1, false],
])("%s", (_, shown, looked, count, isOther) => {
  const news = newsOf(rows(shown), rows(looked));
  expect([news.count, news.isOther]).toEqual([count, isOther]);
});

test("a row that is shown is told as it is now, and one that was not looked at as it was", () => {
  const { fresh } = newsOf(rows("ab"), [{ id: "a", at: 2 }]);
  expect(rows("ab").map(fresh)).toEqual([
    { id: "a", at: 2 },
    { id: "b", at: 1 },
  ]);
});
