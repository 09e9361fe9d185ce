import { expect, it } from "vitest";
import { countStages } from "./count-stages.ts";

type Row = [stage: string, leads: number, tests: number, isInPipeline: boolean];
const none = { total: 0, moved: [] };
const of = (total: number, moved: Record<string, number> = {}) => ({
  total,
  moved: Object.entries(moved).map(([status, leads]) => ({ status, leads })),
});

it.each<[what: string, stages: string[], live: ReturnType<typeof of>, tests: ReturnType<typeof of>, Row[]]>([
  [
    "an empty pipeline tells none everywhere",
    ["new", "won"],
    none,
    none,
    [
      ["new", 0, 0, true],
      ["won", 0, 0, true],
    ],
  ],
  [
    "who was not moved stands at the first",
    ["new", "won"],
    of(5, { won: 2 }),
    none,
    [
      ["new", 3, 0, true],
      ["won", 2, 0, true],
    ],
  ],
  [
    "whatever that is called",
    ["fresh", "won"],
    of(5, { won: 2 }),
    none,
    [
      ["fresh", 3, 0, true],
      ["won", 2, 0, true],
    ],
  ],
  [
    "and so does who was moved back there",
    ["fresh", "won"],
    of(5, { fresh: 2 }),
    none,
    [
      ["fresh", 5, 0, true],
      ["won", 0, 0, true],
    ],
  ],
  [
    "a stage that bears the name is the one",
    ["fresh", "new"],
    of(3),
    none,
    [
      ["fresh", 0, 0, true],
      ["new", 3, 0, true],
    ],
  ],
  [
    "tests are counted apart",
    ["new", "won"],
    of(1),
    of(4, { won: 1 }),
    [
      ["new", 1, 3, true],
      ["won", 0, 1, true],
    ],
  ],
  [
    "what was given up comes last",
    ["new"],
    of(3, { b: 1, a: 1 }),
    of(1, { c: 1 }),
    [
      ["new", 1, 0, true],
      ["a", 1, 0, false],
      ["b", 1, 0, false],
      ["c", 0, 1, false],
    ],
  ],
  [
    "never fewer than none",
    ["new", "won"],
    of(1, { won: 2 }),
    none,
    [
      ["new", 0, 0, true],
      ["won", 2, 0, true],
    ],
  ],
])("%s", (_what, stages, live, tests, expected) => {
  expect(countStages(stages, { live, tests }).map((one) => Object.values(one))).toEqual(expected);
});
