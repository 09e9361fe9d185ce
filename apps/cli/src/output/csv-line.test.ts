import { expect, it } from "vitest";
import { csvLine } from "./csv-line.ts";

it.each([
  ["a name", "Asha", "Asha"],
  ["nothing", null, ""],
  ["a number", 7, "7"],
  ["a negative number of ours", -7, "-7"],
  ["a comma", "Rao, Asha", '"Rao, Asha"'],
  ["a quote", 'the "boss"', '"the ""boss"""'],
  ["two lines", "a\nb", '"a\nb"'],
  ["a formula", "=1+1", `"'=1+1"`],
  ["a formula behind blanks", "  =1+1", `"'  =1+1"`],
  ["a command", "@SUM(1)", `"'@SUM(1)"`],
  ["a minus", "-1+cmd|' /C calc'!A0", `"'-1+cmd|' /C calc'!A0"`],
  ["a plus that is no phone", "+1+cmd", `"'+1+cmd"`],
  ["a full-width sign", "\uff1d1+1", `"'\uff1d1+1"`],
  [
    "a phone, of which a spreadsheet would take the one from the other",
    "+91-9999999999",
    `"'+91-9999999999"`,
  ],
])("%s is a cell that shows what was sent: %j", (_what, value, cell) => {
  expect(csvLine([value, "x"])).toBe(`${cell},x\r\n`);
});

it("holds nothing that acts on a terminal", () => {
  expect(csvLine(["a\u001b[31mb"])).not.toContain("\u001b");
});
