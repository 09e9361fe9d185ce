import { expect, it } from "vitest";
import { csvLine } from "./csv.ts";

it.each<[cell: string | number | boolean | null, written: string]>([
  ["Asha", "Asha"],
  [null, ""],
  [-5, "-5"],
  [true, "true"],
  ["Rao, Asha", '"Rao, Asha"'],
  ['say "hi"', '"say ""hi"""'],
  ["two\nlines", '"two\nlines"'],
  ["=1+1", `"'=1+1"`],
  ["+91-9999999999", `"'+91-9999999999"`],
  ["-1", `"'-1"`],
  ["@sum", `"'@sum"`],
  ["  =1", `"'  =1"`],
  ["\t=1", `"'\t=1"`],
  ["＝1", `"'＝1"`],
  ["a=1", "a=1"],
  ["a\u202eb", "a b"],
  ["a\u0000b", "a b"],
  ["a\u061cb", "a b"],
  ["a\u2028=1", "a =1"],
  ["\u061c=1", `"' =1"`],
  ["\u2066@sum", `"' @sum"`],
  ["\ufeff=1", `"'\ufeff=1"`],
])("%j is written %j", (cell, written) => {
  expect(csvLine([cell])).toBe(`${written}\r\n`);
});

it("cells stand in their order", () => {
  expect(csvLine(["a", 1, null, "b"])).toBe("a,1,,b\r\n");
});
