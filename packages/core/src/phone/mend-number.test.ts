import { expect, it } from "vitest";
import { mendNumber } from "./mend-number.ts";
import { parseNumber } from "./parse-number.ts";

it.each([
  ["is valid stays as it is", "+919198765432", "9198765432"],
  ["has its calling code twice has it once", "+91919876543210", "9876543210"],
  ["has its calling code three times has it once", "+9191919876543210", "9876543210"],
  ["has a zero that is dialled at home loses it", "+480225121234", "225121234"],
  ["has its calling code twice and a zero loses both", "+48480225121234", "225121234"],
  ["is Italian keeps its zero", "+390612345678", "0612345678"],
  ["has Mexico's former 1 loses it", "+5215512345678", "5512345678"],
  ["has Mexico's former 044 loses it", "+520445512345678", "5512345678"],
  ["has Mexico's former 045 loses it", "+520455512345678", "5512345678"],
  ["has Argentina's 15 beside its 9 loses the 15", "+5491115 2345 6789", "91123456789"],
  ["is too short without what could be taken stays as it is", "+444412345678", "4412345678"],
  ["is Benin's of before has its 01", "+22997123456", "0197123456"],
  ["is Benin's of now keeps its own", "+2290197123456", "0197123456"],
  ["is not valid either way stays as it is", "+91987654321", "987654321"],
])("a number that %s", (_, text, national) => {
  const phone = parseNumber(text);
  expect(phone && mendNumber(phone).nationalNumber).toBe(national);
});
