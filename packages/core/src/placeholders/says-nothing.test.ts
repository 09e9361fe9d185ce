import { expect, it } from "vitest";
import { isUnset, saysNothing } from "./says-nothing.ts";

it.each([
  "",
  "-",
  "---",
  ".",
  "?",
  "null",
  "NULL",
  "undefined",
  "undefined undefined",
  "undefined.undefined",
  "None",
  "NaN",
  "nil",
  "N/A",
  "n.a.",
  "#N/A",
  "na",
  "(not set)",
  "Not provided",
  "[object Object]",
  "no",
  "no e-mail",
  "NOEMAIL",
  "no phone",
  "unknown",
  "k.A.",
  "keine",
  "нет",
  "なし",
  "ｎ／ａ",
  "null\u200b",
  "{{email}}",
  "%PHONE%",
  "0",
  "000",
  "#REF!",
  "TBD",
  "não tenho",
  "Your e-mail".replace("-", ""),
  "E-Mail",
  "Phone number",
])("%j says nothing", (text) => expect(saysNothing(text)).toBe(true));

it.each([
  "anna",
  "at the desk",
  "call me",
  "12",
  "0000000000",
  "null-1",
  "nobody",
  "no, call my wife",
  "98765",
  "10",
])("%j says something", (text) => expect(saysNothing(text)).toBe(false));

it("a long text says something, whatever it says", () => {
  expect(saysNothing("-".repeat(300))).toBe(true);
  expect(saysNothing("-".repeat(301))).toBe(false);
  expect(isUnset("-".repeat(301))).toBe(false);
});

it.each([
  ["undefined", true],
  ["{country}", true],
  ["", true],
  ["NO", false],
  ["na", false],
])("whatever the field, %j is unset: %s", (text, is) => expect(isUnset(text)).toBe(is));
