import { expect, it } from "vitest";
import { readName } from "./read-name.ts";

it("does not look through a text that is no name", () => {
  expect(readName("null ".repeat(60))).toBeUndefined();
  expect(readName("null ".repeat(61))).toBe("null ".repeat(61));
});

it.each([
  [undefined, undefined],
  ["undefined undefined", undefined],
  ["undefined", undefined],
  ["null null", undefined],
  ["NULL", undefined],
  ["None", undefined],
  ["N/A", undefined],
  ["n.a.", undefined],
  ["-", undefined],
  [" . - ", undefined],
  ["(not set)", undefined],
  ["not provided", undefined],
  ["unknown", undefined],
  ["Anonymous", undefined],
  ["[object Object]", undefined],
  ["{{first_name}} {{last_name}}", undefined],
  ["[your-name]", undefined],
  ["Asha {{last_name}}", "Asha"],
  ["{{first_name}}  Rao", "Rao"],
  ["Asha ${middle} Rao", "Asha Rao"],
  ["null {{last_name}}", undefined],
  ["{{first_name}} -", undefined],
  ["un\u200bdefined", undefined],
  ["Asha Rao", "Asha Rao"],
  ["Asha undefined", "Asha"],
  ["undefined Rao", "Rao"],
  ["Asha null Rao", "Asha Rao"],
  ["Asha\tNaN", "Asha"],
  ["Asha  null", "Asha"],
  ["NaN", undefined],
  ["Your Name", undefined],
  ["#NAME?", undefined],
  ["NaN NaN", undefined],
  ["N / A", undefined],
  ["Nora", "Nora"],
  ["Christopher Null", "Christopher Null"],
  ["Nan Goldin", "Nan Goldin"],
  ["Na", "Na"],
  ["No", "No"],
  ["Asha  Rao", "Asha  Rao"],
  ["Test", "Test"],
])("%j is %j", (typed, name) => expect(readName(typed)).toBe(name));
