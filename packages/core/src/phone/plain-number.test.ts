import { expect, it } from "vitest";
import { asciiDigits, plainNumber } from "./plain-number.ts";

it.each([
  ["blanks around it", "  98765 43210 ", "98765 43210"],
  ["a joiner in it", "98765\u200d43210", "9876543210"],
  ["marks of direction", "\u202a+919876543210\u202c", "+919876543210"],
  ["a variation selector", "98765\ufe0f43210", "9876543210"],
  ["keycaps", "9️⃣8️⃣", "98"],
  ["wide digits", "＋９１", "+91"],
  ["Devanagari's digits", "९८७६५४३२१०", "9876543210"],
  ["square brackets", "[+91] 98765", "(+91) 98765"],
  ["a spreadsheet's formula", '="+919876543210"', "+919876543210"],
  ["quotes", '"9876543210"', "9876543210"],
  ["a quotation within", '98765 "43210" x', '98765 "43210" x'],
  ["a spreadsheet's fraction", "9876543210.0", "9876543210"],
  ["a longer fraction, with a plus", "+919876543210.00", "+919876543210"],
  ["no formula that stands behind a word", 'call ="9876543210"', 'call ="9876543210"'],
  ["no quotes that something follows", '"9876543210" or so', '"9876543210" or so'],
  ["no fraction behind a word", "call 9876543210.0", "call 9876543210.0"],
  ["no fraction", "9876543210.05", "9876543210.05"],
  ["dots that part groups", "999.999.0", "999.999.0"],
])("without %s", (_, typed, plain) => expect(plainNumber(typed)).toBe(plain));

it.each([
  ["250 characters", "1".repeat(250), "1".repeat(250)],
  ["251", "1".repeat(251), undefined],
  ["fewer that stand for more", "1234567" + "\ufdfa".repeat(14), undefined],
])("a text of %s is read as %j", (_, typed, plain) => expect(plainNumber(typed)).toBe(plain));

it("every decimal digit of Unicode counts for what it is: they stand in runs of ten", () => {
  let run: string[] = [];
  let digits = 0;
  for (let codePoint = 0; codePoint <= 0x1fbff; codePoint += 1) {
    const sign = String.fromCodePoint(codePoint);
    if (!/\p{Nd}/u.test(sign)) {
      expect(run.length % 10).toBe(0);
      run = [];
      continue;
    }
    expect([sign, plainNumber(sign)]).toEqual([sign, String(run.length % 10)]);
    run.push(sign);
    digits += 1;
  }
  expect(digits).toBeGreaterThan(650);
});

it("letters beside digits stay as they are", () => expect(asciiDigits("Ind ٩١")).toBe("Ind 91"));
