import { shapeLimits } from "@leadrelay/contracts/shape";
import { expect, it, test } from "vitest";
import { getShape, readShape } from "./read-shape.ts";

const row = { target: "a", field: "email" };
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ target: `t${index}`, constant: index }));

test.each<[what: string, given: unknown, shape: unknown]>([
  ["nothing", {}, { filter: null, mapping: null }],
  ["nulls", { filter: null, mapping: null }, { filter: null, mapping: null }],
  ["words", { filter: "country is IN" }, { filter: { country: { $eq: "IN" } }, mapping: null }],
  ["a condition", { filter: { country: "IN" } }, { filter: { country: "IN" }, mapping: null }],
  ["rows beside", { mapping: { rows: [row] } }, { filter: null, mapping: { only: false, rows: [row] } }],
  [
    "rows alone",
    { mapping: { only: true, rows: [row] } },
    { filter: null, mapping: { only: true, rows: [row] } },
  ],
  [
    "as many rows as there may be",
    { mapping: { rows: rows(shapeLimits.rows) } },
    { filter: null, mapping: { only: false, rows: rows(shapeLimits.rows) } },
  ],
])("keeps %s", (_what, given, shape) => {
  const read = readShape(given);
  expect(read).toMatchObject({ ok: true, shape });
  expect(read.ok && read.read.condition === null).toBe((shape as { filter: unknown }).filter === null);
  expect(read.ok && read.read.mapping === null).toBe((shape as { mapping: unknown }).mapping === null);
  expect(read.ok && (read.read.mapping?.only ?? false)).toBe(
    (shape as { mapping: { only: boolean } | null }).mapping?.only ?? false,
  );
});

test.each<[what: string, given: unknown, at: string[]]>([
  ["no object", "x", [""]],
  ["another key", { filters: "x" }, [""]],
  ["words that are none", { filter: "country likes IN" }, ["filter"]],
  ["words that are too long", { filter: "x".repeat(shapeLimits.constant + 1) }, ["filter"]],
  ["a filter that is a list", { filter: [] }, ["filter"]],
  ["a mapping that is a text", { mapping: "a=b" }, ["mapping"]],
  ["a mapping with another key", { mapping: { rows: [row], alone: true } }, ["mapping"]],
  ["only that is no switch", { mapping: { only: "yes", rows: [row] } }, ["mapping.only"]],
  ["no rows", { mapping: {} }, ["mapping.rows"]],
  ["an empty list of rows", { mapping: { rows: [] } }, ["mapping.rows"]],
  ["too many rows", { mapping: { rows: rows(shapeLimits.rows + 1) } }, ["mapping.rows"]],
  ["rows at one place", { mapping: { rows: [row, row] } }, ["mapping.rows.1.target"]],
  [
    "all that is wrong with it, each row once",
    { filter: "country likes IN", mapping: { rows: [{ target: "a" }, row, { target: 1, field: 2 }] } },
    ["filter", "mapping.rows.0", "mapping.rows.2.target"],
  ],
])("refuses %s", (_what, given, at) => {
  const read = readShape(given);
  const found = read.ok ? [] : read.problems.map((problem) => problem.at);
  expect(found).toEqual(at);
  if (!read.ok) for (const { detail } of read.problems) expect(detail).not.toBe("");
});

it("words of a filter are read up to so many characters", () => {
  const words = `country is ${"x".repeat(shapeLimits.text)}`;
  const most = [words, words, words].join(" and ").padEnd(shapeLimits.constant);
  expect(readShape({ filter: most }).ok).toBe(true);
  expect(readShape({ filter: `${most} ` })).toMatchObject({
    problems: [{ at: "filter", detail: `is longer than ${shapeLimits.constant} characters` }],
  });
});

it("refuses one that is too long to be stored, by its length alone", () => {
  const long = (length: number) => ({
    mapping: { rows: rows(60).map((one) => ({ ...one, constant: "x".repeat(length) })) },
  });
  const fits = Math.floor(shapeLimits.stored / 60) - 60;
  expect(readShape(long(fits)).ok).toBe(true);
  expect(readShape(long(fits + 60))).toEqual({
    ok: false,
    problems: [{ at: "", detail: `is longer than ${shapeLimits.stored} characters as JSON` }],
  });
});

test.each([
  ["no JSON", "{", "its shape cannot be read: "],
  ["what is wrong", '{"filter":[],"mapping":3}', "its shape cannot be read: filter "],
])("of a stored one that is %s it says so", (_what, stored, says) => {
  expect(() => getShape(stored)).toThrow(says);
});

it("a stored one is read as it was", () => {
  expect(getShape('{"filter":null,"mapping":{"only":true,"rows":[{"target":"a","constant":1}]}}')).toEqual({
    condition: null,
    mapping: { only: true, rows: [{ target: "a", path: ["a"], from: { constant: 1 } }] },
  });
});
