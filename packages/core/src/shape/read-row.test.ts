import { shapeLimits } from "@leadrelay/contracts/shape";
import { expect, it, test } from "vitest";
import { readRow } from "./read-row.ts";
import { WrongShape } from "./shape-problem.ts";

const long = (length: number) => "x".repeat(length);

test.each<[what: string, given: unknown, from: unknown, kept: object]>([
  ["a field", { target: "a.b", field: "email" }, { field: "email" }, { target: "a.b", field: "email" }],
  [
    "a form's field",
    { target: "a", field: "fields.Budget" },
    { field: "fields.Budget" },
    { target: "a", field: "fields.Budget" },
  ],
  ["a constant", { target: "a", constant: 0 }, { constant: 0 }, { target: "a", constant: 0 }],
  ["a constant null", { target: "a", constant: null }, { constant: null }, { target: "a", constant: null }],
  [
    "a default",
    { target: "a", field: "email", default: "none" },
    { field: "email" },
    { target: "a", field: "email", default: "none" },
  ],
  [
    "a default null",
    { target: "a", field: "email", default: null },
    { field: "email" },
    { target: "a", field: "email", default: null },
  ],
  [
    "the longest constant",
    { target: "a", constant: long(shapeLimits.constant) },
    { constant: long(shapeLimits.constant) },
    { target: "a", constant: long(shapeLimits.constant) },
  ],
  [
    "the longest field",
    { target: "a", field: `fields.${long(shapeLimits.text - 7)}` },
    { field: `fields.${long(shapeLimits.text - 7)}` },
    { target: "a", field: `fields.${long(shapeLimits.text - 7)}` },
  ],
])("reads %s", (_what, given, from, kept) => {
  const read = readRow(given, "row");
  expect(read.given).toEqual(kept);
  expect(read.row).toMatchObject({ target: read.given.target, from });
  expect("default" in read.row).toBe("default" in kept);
});

it("reads a template with what it names, and its path as steps", () => {
  const { row, given } = readRow({ target: "a.0", template: "{{ first_name }} {{ fields.flat }}" }, "row");
  expect(given).toEqual({ target: "a.0", template: "{{ first_name }} {{ fields.flat }}" });
  expect(row.path).toEqual(["a", 0]);
  expect("template" in row.from && row.from.template.names).toEqual([["first_name"], ["fields", "flat"]]);
});

test.each<[what: string, given: unknown, at: string, says: string]>([
  ["no object", "a", "row", "should be"],
  ["a list", [], "row", "should be"],
  ["another key", { target: "a", field: "email", as: "b" }, "row", "as"],
  ["no target", { field: "email" }, "row.target", "should name where"],
  ["an empty target", { target: "", field: "email" }, "row.target", "should name where"],
  ["a target that is no text", { target: 3, field: "email" }, "row.target", "should name where"],
  ["a target with an empty step", { target: "a..b", field: "email" }, "row.target", "without a name"],
  ["no source", { target: "a" }, "row", "a field, a constant or a template for a"],
  ["two sources", { target: "a", field: "email", constant: 1 }, "row", "one of them"],
  ["two sources with a template", { target: "a", template: "x", constant: 1 }, "row", "one of them"],
  ["an unknown field", { target: "a", field: "emial" }, "row.field", 'names "emial"'],
  ["a field that is no text", { target: "a", field: 3 }, "row.field", "should be the name"],
  [
    "a field that is too long",
    { target: "a", field: `fields.${long(shapeLimits.text - 6)}` },
    "row.field",
    "should be the name",
  ],
  ["a constant that is an object", { target: "a", constant: {} }, "row.constant", "should be a text"],
  [
    "a constant that is too long",
    { target: "a", constant: long(shapeLimits.constant + 1) },
    "row.constant",
    "is longer than 2000",
  ],
  [
    "a default that is a list",
    { target: "a", field: "email", default: [] },
    "row.default",
    "should be a text",
  ],
  [
    "a default that is too long",
    { target: "a", field: "email", default: long(shapeLimits.constant + 1) },
    "row.default",
    "is longer than 2000",
  ],
  ["a template that is no text", { target: "a", template: 1 }, "row.template", "should be a text"],
  ["a template that is none", { target: "a", template: "{{ first_name" }, "row.template", ""],
  ["a template with a loop", { target: "a", template: "{% for a in b %}{% endfor %}" }, "row.template", ""],
  [
    "a template of an unknown field",
    { target: "a", template: "{{ emial }}" },
    "row.template",
    'names "emial"',
  ],
  ["a template of all fields", { target: "a", template: "{{ fields }}" }, "row.template", "names all fields"],
])("refuses %s", (_what, given, at, says) => {
  const refused = (() => {
    try {
      return readRow(given, "row");
    } catch (error) {
      return error;
    }
  })();
  expect(refused).toBeInstanceOf(WrongShape);
  expect(refused).toMatchObject({ at, message: expect.stringContaining(says) as string });
});
