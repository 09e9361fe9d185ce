import { expect, it } from "vitest";
import { splitAtBlanks, splitNumbers } from "./split-numbers.ts";

it.each([
  ["1 / 2", ["1 | 2"]],
  ["1,2;3", ["1|2;3", "1,2|3"]],
  ["1\n2", ["1|2"]],
  ["1 & 2", ["1 | 2"]],
  ["1 or 2", ["1|2"]],
  ["1 und 2 et 3", ["1|2 et 3", "1 und 2|3"]],
  ["+1 +2", ["+1 |+2"]],
  ["(+1) 2", []],
  ["1 2", []],
  ["1 oder 2", ["1|2"]],
  ["1 and 2", ["1|2"]],
  ["1 ou 2", ["1|2"]],
  ["1 y 2", ["1|2"]],
  ["1 o 2", ["1|2"]],
  ["1 e 2", ["1|2"]],
  ["1 и 2", ["1|2"]],
  ["1 ИЛИ 2", ["1|2"]],
  ["1 | 2", ["1 | 2"]],
  ["1 \\ 2", ["1 | 2"]],
  ["1 // 2", ["1 | 2"]],
  ["+1 (2) +3", ["+1 (2) |+3"]],
  ["+1 2-+3", ["+1 2-|+3"]],
  ["1or 2", []],
  ["1 or2", []],
  ["tel +1", []],
  ["1 nor 2", []],
])("%j may be the numbers %j", (text, pairs) => {
  expect(splitNumbers(text).map(({ first, rest }) => `${first}|${rest}`)).toEqual(pairs);
});

it("at the first 16 places at most", () => {
  expect(splitAtBlanks("1 ".repeat(100))).toHaveLength(16);
  expect(splitNumbers("1,".repeat(100))).toHaveLength(16);
});

it.each([
  ["1 2  3", ["1|2  3", "1 2|3"]],
  ["1-2 – 3", ["1|2 – 3", "1-2|3"]],
  ["12", []],
])("at blanks %j may be %j", (text, pairs) => {
  expect(splitAtBlanks(text).map(({ first, rest }) => `${first}|${rest}`)).toEqual(pairs);
});
