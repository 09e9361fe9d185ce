import { expect, test } from "vitest";
import { fieldNames } from "./field-names.ts";

const of = (...names: string[]) => fieldNames(names.map((name) => [name, "x"] as const));

test.each([
  ["as they came, each once", ["your-name", "your_mail", "your-name"], ["your-name", "your_mail"]],
  ["of any script", ["お名前", "téléphone", "Имя"], ["お名前", "téléphone", "Имя"]],
  [
    "as builders write them",
    ["form_fields[email]", "contact.email", "First Name"],
    ["form_fields[email]", "contact.email", "First Name"],
  ],
  ["without our own", ["__visitor_id", "_next", "mail"], ["mail"]],
  ["without an address that stands where a name should be", ["anna@example.com", "mail"], ["mail"]],
  [
    "without a number that does",
    ["+91 98765 43210", "tel 98765-43210", "2026-11-21", "field_12"],
    ["field_12"],
  ],
  ["without a body that was read as something else", ['{"email":"anna"}', "mail"], ["mail"]],
  [
    "without what acts on a terminal or a page",
    ["\u001B[31m", "<b>", "a\u202Eb", "a\u0000b", "mail"],
    ["mail"],
  ],
  ["of at most 40 characters", ["a".repeat(40), "b".repeat(41)], ["a".repeat(40)]],
  [
    "twelve at most",
    Array.from({ length: 20 }, (_, index) => `f${index}`),
    Array.from({ length: 12 }, (_, index) => `f${index}`),
  ],
  ["none of a body that has none", ["", " "], []],
])("names of fields are told %s", (_what, names, expected) => {
  expect(of(...names)).toEqual(expected);
});

test("what was in them is not", () => {
  expect(JSON.stringify(fieldNames([["your-mail", "anna@example.com"]]))).not.toContain("anna");
});
