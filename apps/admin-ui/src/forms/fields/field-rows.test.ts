import { expect, it, test } from "vitest";
import { fieldRows, isSameMapping, withTarget } from "./field-rows.ts";

const seen = (name: string, taken_for: string | null, why: "mapping" | "name" | "outranked" | "none") => ({
  name,
  posts: 2,
  sample: "x",
  taken_for,
  why,
});
const short = (rows: ReturnType<typeof fieldRows>) =>
  rows.map(({ name, target, byName, why, posts, isRefused }) => [
    name,
    target,
    byName,
    why,
    posts,
    isRefused,
  ]);

it("shows what came, what only a refused post had, and what only the mapping names, each once", () => {
  const fields = [
    seen("Email", "email", "name"),
    seen("a[b]", "phone", "mapping"),
    seen("tel", "phone", "outranked"),
  ];
  expect(
    short(fieldRows({ fields }, { "A.B": "phone", gone: "cta" }, ["email", "your-mail", "GONE"])),
  ).toEqual([
    ["Email", "", "email", "name", 2, false],
    ["a[b]", "phone", null, "mapping", 2, false],
    ["tel", "", "phone", "outranked", 2, false],
    ["your-mail", "", null, "none", 0, true],
    ["GONE", "cta", null, "mapping", 0, true],
  ]);
});

test.each([
  ["adds an entry", { a: "cta" }, "b", "email", { a: "cta", b: "email" }],
  [
    "changes one in its place, however it is written",
    { "x[y]": "cta", b: "email" },
    "X.Y",
    "name",
    { "x[y]": "name", b: "email" },
  ],
  ["takes one away", { A: "cta", b: "email" }, "a", "", { b: "email" }],
  ["takes away what is not there", { a: "cta" }, "b", "", { a: "cta" }],
])("a choice %s", (_what, before, name, target, after) => {
  expect(Object.entries(withTarget(before, name, target))).toEqual(Object.entries(after));
});

it("tells mappings apart by what they say", () => {
  expect(isSameMapping({ a: "x", b: "y" }, { b: "y", a: "x" })).toBe(true);
  expect(isSameMapping({ a: "x" }, { a: "y" })).toBe(false);
  expect(isSameMapping({ a: "x" }, { a: "x", b: "y" })).toBe(false);
});
