import { expect, it, test } from "vitest";
import { withNested } from "./with-nested.ts";

it.each<[string, [string, unknown][], [string, unknown][]]>([
  ["leaves flat entries as they are", [["a", "1"]], [["a", "1"]]],
  [
    "names what an object holds by its path",
    [["a", { b: "1", c: { d: 2 } }]],
    [
      ["a.b", "1"],
      ["a.c.d", 2],
    ],
  ],
  [
    "names what a list holds with its place and without",
    [["a", ["x"]]],
    [
      ["a.0", "x"],
      ["a", "x"],
    ],
  ],
  [
    "does so for the members of a list's objects",
    [["a", [{ b: "1" }]]],
    [
      ["a.0.b", "1"],
      ["a.b", "1"],
    ],
  ],
  [
    "keeps the order, flat and nested",
    [
      ["a", { b: 1 }],
      ["c", null],
    ],
    [
      ["a.b", 1],
      ["c", null],
    ],
  ],
  [
    "finds nothing in what is empty",
    [
      ["a", {}],
      ["b", []],
    ],
    [],
  ],
])("%s", (_what, entries, found) => expect(withNested(entries)).toEqual(found));

test("entries without a nested one are the very ones given", () => {
  const flat: [string, unknown][] = [["a", "1"]];
  expect(withNested(flat)).toBe(flat);
});

test("however deep lists stand in lists, it ends soon, and what lies too deep is left", () => {
  const nested = (depth: number): unknown => (depth === 0 ? "x" : [nested(depth - 1), nested(depth - 1)]);
  expect(withNested([["a", nested(10)]])).toHaveLength(2 * 1024);
  const chain = (depth: number): unknown => (depth === 0 ? "x" : { a: chain(depth - 1) });
  expect(withNested([["a", chain(32)]])).toEqual([[`a${".a".repeat(32)}`, "x"]]);
  expect(withNested([["a", chain(33)]])).toEqual([]);
});
