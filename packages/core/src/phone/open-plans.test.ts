import { expect, it } from "vitest";
import { beginsWithCode, repeatsCode } from "./open-plans.ts";

it.each([
  ["one group", "49345279580", "49", true],
  ["the code apart", "49 345 279580", "49", true],
  ["eleven digits, grouped as if with an area code", "4930 1234567", "49", true],
  ["an area code of the North Sea's coast", "4921 123456", "49", false],
  ["a short group and nothing else", "49345", "49", true],
  ["the same with a sign behind it", "49345.", "49", true],
  ["the same in one group, which tells nothing", "4921123456", "49", true],
  ["a first group too long for an area code", "493452 7958", "49", true],
  ["Austria's code", "43 1 5880058", "43", true],
  ["another number", "0345 279580", "49", false],
  ["another country, whose plan decides", "919876543210", "91", false],
])("%s (%s) begins with the calling code: %s %s", (_, text, code, begins) => {
  expect(beginsWithCode(text, code)).toBe(begins);
});

it.each([
  ["one group of eleven digits", "49345279580", "49", true],
  ["the code apart", "49 345 279580", "49", true],
  ["an area code apart, however long the number", "4934 5279580", "49", false],
  ["ten digits", "4921123456", "49", false],
  ["ten digits and the code apart", "49 21 123456", "49", false],
  ["another number", "345 279580000", "49", false],
  ["another country, whose plan decides", "919876543210", "91", false],
])("behind a calling code %s repeats it (%s): %s %s", (_, text, code, repeats) => {
  expect(repeatsCode(text, code)).toBe(repeats);
});
