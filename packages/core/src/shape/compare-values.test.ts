import type { Constant } from "@leadrelay/contracts/shape";
import { describe, expect, it } from "vitest";
import { compareValues, hasWithin, isSame } from "./compare-values.ts";

type Said = string | number | boolean | null;

describe("what a form says is what a condition names", () => {
  it.each<[what: string, said: Said, wanted: Constant]>([
    ["in other capitals, with other blanks", " New \t DELHI", "new delhi"],
    ["in full-width letters", "Ｐｕｎｅ", "pune"],
    ["an amount with its thousands apart", "5,000", 5000],
    ["an amount with its lakhs apart", "45,00,000", 4_500_000],
    ["an amount with a fraction", "5,000.50", "5000.5"],
    ["an amount in rupees", "₹ 5000", 5000],
    ["in rupees, said otherwise", "Rs. 5,000", 5000],
    ["and otherwise", "rs5000", "INR 5000"],
    ["in dollars, euros and pounds", "$5000", "€ 5000"],
    ["an amount below nothing", "-5", "-5.0"],
    ["an amount with a plus", "+5", 5],
    ["nothing", "0", "0.0"],
    ["a number of ours", 30, "30.0"],
    ["yes where the box is ticked", "on", true],
    ["yes in a word", "Yes", true],
    ["yes in a letter", "Y", true],
    ["yes as a number", 1, true],
    ["yes as it is", true, true],
    ["true in a word", "true", true],
    ["no in a word", "No", false],
    ["no in a letter", "n", false],
    ["no as a number", "0", false],
    ["no of a box that says so", "off", false],
    ["no as it is", "false", false],
    ["blank where there are blanks", "  ", null],
    ["blank where there is nothing", null, null],
  ])("%s", (_, said, wanted) => expect(isSame(said, wanted)).toBe(true));

  it.each<[what: string, said: Said, wanted: Constant]>([
    ["not: another word", "Pune", "Mumbai"],
    ["not: a word within", "New Delhi", "Delhi"],
    ["not: a code that begins with a zero", "0560", 560],
    ["not: an amount and its unit", "5000 sqft", 5000],
    ["not: an amount after a word", "about 5000", 5000],
    ["not: signs apart where no thousands are", "5,0", 50],
    ["not: a comma after four digits", "5000,000", 5_000_000],
    ["not: words that are no numbers, as if they were the same", "many", "few"],
    ["not: a word beside a number", "many", 5],
    ["not: a number of more than forty signs", `1${"0".repeat(40)}`, 1e40],
    ["not: no ticked box", "no", true],
    ["not: a word that is neither", "maybe", true],
    ["not: a word that is neither, for no", "maybe", false],
    ["not: blanks for no", " ", false],
    ["not: something for blank", "0", null],
    ["not: blank for something", null, "null"],
    ["not: blanks for an empty text", " ", ""],
  ])("%s", (_, said, wanted) => expect(isSame(said, wanted)).toBe(false));

  it("a number of forty signs is one", () => {
    expect(isSame(`1${"0".repeat(39)}`, 1e39)).toBe(true);
  });
});

describe("what a form says stands before, at or behind what a condition names", () => {
  const words = ["before", "at", "behind"];
  const compare = (said: Said, wanted: Constant) => {
    const order = compareValues(said, wanted);
    return order === undefined ? "neither" : words[Math.sign(order) + 1];
  };

  it.each<[said: Said, where: string, wanted: Constant]>([
    ["4,999", "before", 5000],
    ["5,000", "at", 5000],
    ["₹ 45,00,000", "behind", "44,99,999.99"],
    ["1000", "behind", "999"],
    ["many", "neither", 5],
    ["2026-11-30", "neither", 5],
    ["Agra", "before", "pune"],
    ["PUNE", "at", " pune "],
    ["Pune", "behind", "agra"],
    ["10", "before", "a"],
    ["", "neither", "a"],
    [null, "neither", 5],
    ["a", "neither", " "],
    ["a", "neither", null],
    ["yes", "neither", true],
    ["2026-11-29", "before", "2026-11-30"],
    ["2026-11-30", "at", "30/11/2026"],
    ["1.12.2026", "behind", "2026-11-30"],
    ["01-12-2026", "behind", "30-11-2026"],
    ["15/12/2026", "behind", "01/12/2026"],
    ["soon", "neither", "2026-11-30"],
    ["5", "neither", "2026-11-30"],
    [20_261_201, "neither", "2026-11-30"],
    ["31/02/2026", "neither", "2026-01-01"],
    ["2026-02-29", "neither", "2026-01-01"],
    ["29/02/2028", "behind", "28/02/2028"],
    ["00/01/2026", "neither", "2025-01-01"],
    ["2026-13-01", "neither", "2026-01-01"],
    ["30/11/26", "neither", "2026-01-01"],
    ["on 30/11/2026", "neither", "2026-01-01"],
    ["30/11/2026 or so", "neither", "2026-01-01"],
    ["on 2026-11-30", "neither", "2026-01-01"],
    ["2026-11-30 or so", "neither", "2026-01-01"],
    [" 30/11/2026 ", "at", " 2026-11-30 "],
    ["2026-11-30T10:00", "behind", "2026-11-30"],
    ["2026-11-30 10:30", "behind", "2026-11-30 10:29:59"],
    ["2026-11-30T10:30:01", "behind", "2026-11-30T10:30"],
    ["2026-11-30T10:30:00.250", "at", "2026-11-30T10:30:00"],
    ["2026-11-30T10:30:00Z", "at", "2026-11-30T10:30"],
    ["2026-11-30T16:00+05:30", "at", "2026-11-30T10:30Z"],
    ["2026-11-30T16:00+0530", "at", "2026-11-30T10:30Z"],
    ["2026-11-30T05:30-05:00", "at", "2026-11-30T10:30Z"],
    ["2026-11-30T24:00", "at", "2026-12-01"],
    ["2026-11-30T25:00", "neither", "2026-01-01"],
    ["2026-11-30T10:60", "neither", "2026-01-01"],
    [`2026-11-30T10:30:00.${"0".repeat(20)}`, "at", "2026-11-30T10:30"],
    [`2026-11-30T10:30:00.${"0".repeat(21)}`, "neither", "2026-11-30T10:30"],
  ])("%s is %s %s", (said, where, wanted) => expect(compare(said, wanted)).toBe(where));
});

describe("a text has another within it", () => {
  it.each<[said: Said, wanted: Constant, has: boolean]>([
    ["Please CALL  me", "call me", true],
    ["Please call", "visit", false],
    ["Flat 1200", 1200, true],
    ["", "a", false],
    [null, "null", false],
    ["call", " ", false],
    ["null", null, false],
  ])("%s has %s: %s", (said, wanted, has) => expect(hasWithin(said, wanted)).toBe(has));
});
