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
  ["leaves out what no mapping names", [["a", { x: "1", b: "2", bb: "3" }]], [["a.b", "2"]]],
  ["reads names on the way as names are compared", [[" A[B] ", { C: "1" }]], [["a.b.c", "1"]]],
])("%s", (_what, entries, found) => {
  const mapped = ["a", "a.0", "a.b", "a.0.b", "a.c.d", "a.b.c"];
  expect(withNested(entries, mapped)).toEqual(found);
});

test.each([
  ["below a name that is not mapped", "k".repeat(30_000)],
  ["below a mapped one that is written at length", `email[${" ".repeat(30_000)}]`],
])("the path of what lies %s is not written out leaf by leaf", (_what, name) => {
  const leaves = Array.from({ length: 15_000 }, () => 1);
  const seen: string[] = [];
  const list = new Proxy(leaves, {
    get: (target, key) => (seen.push(String(key)), Reflect.get(target, key)),
  });
  for (const [path] of withNested([[name, list]], ["email", "contact.email"]))
    expect(path.length).toBeLessThan(20);
  if (!name.startsWith("email")) expect(seen).toEqual([]);
});

test("entries without a nested one are the very ones given", () => {
  const flat: [string, unknown][] = [["a", "1"]];
  expect(withNested(flat, ["a"])).toBe(flat);
});

test("however deep lists stand in lists, it ends soon, and what lies too deep is left", () => {
  const nested = (depth: number): unknown => (depth === 0 ? "x" : [nested(depth - 1), nested(depth - 1)]);
  expect(withNested([["a", nested(7)]], ["a"])).toHaveLength(128);
  expect(withNested([["a", nested(10)]], ["a"])).toHaveLength(201);
  const chain = (depth: number): unknown => (depth === 0 ? "x" : { a: chain(depth - 1) });
  const path = (depth: number) => `a${".a".repeat(depth)}`;
  expect(withNested([["a", chain(32)]], [path(32)])).toEqual([[path(32), "x"]]);
  expect(withNested([["a", chain(33)]], [path(33)])).toEqual([]);
});
