import { expect, it } from "vitest";
import type { ReadRow } from "./read-row.ts";
import { requireApart } from "./require-apart.ts";
import { WrongShape } from "./shape-problem.ts";
import { targetPath } from "./target-path.ts";

const row = (target: string): { row: ReadRow } => ({
  row: { target, path: targetPath(target, "t"), from: { constant: 1 } },
});

/** Which row cannot stand, beside which; null: all can. */
function clash(rows: Parameters<typeof requireApart>[0]): [at: string, beside: string | undefined] | null {
  try {
    requireApart(rows);
    return null;
  } catch (error) {
    if (!(error instanceof WrongShape)) throw error;
    return [error.at, /beside (\S+):/.exec(error.message)?.[1]];
  }
}

it.each<[string[], ReturnType<typeof clash>]>([
  [[], null],
  [["a"], null],
  [["a", "b", "ab"], null],
  [["a.b", "a.c", "b.b"], null],
  [["a.0", "a.1"], null],
  [["a.0.x", "a.0.y"], null],
  [
    ["a", "a"],
    ["mapping.rows.1.target", "a"],
  ],
  [
    ["b", "a", "c", "a"],
    ["mapping.rows.3.target", "a"],
  ],
  [
    ["a", "a.b"],
    ["mapping.rows.1.target", "a"],
  ],
  [
    ["a.b.c", "a"],
    ["mapping.rows.1.target", "a.b.c"],
  ],
  [
    ["x", "a.0", "a.b"],
    ["mapping.rows.2.target", "a.0"],
  ],
  [
    ["a.b", "a.0"],
    ["mapping.rows.1.target", "a.b"],
  ],
  [
    ["a.b", "c.d", "c"],
    ["mapping.rows.2.target", "c.d"],
  ],
])("rows for %j: %j", (targets, found) => {
  expect(clash(targets.map(row))).toEqual(found);
});

it("one that could not be read stands beside all, and keeps its place in the count", () => {
  expect(clash([undefined, row("a"), undefined, row("b")])).toBeNull();
  expect(clash([undefined, row("b"), undefined, row("a"), row("a.b")])).toEqual([
    "mapping.rows.4.target",
    "a",
  ]);
});
