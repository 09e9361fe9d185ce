import { expect, it } from "vitest";
import type { Played } from "../run/play-fault.ts";
import { faultTable } from "./fault-table.ts";

const played = (more: Partial<Played>): Played => ({
  name: "1-redelivery",
  about: "a message | twice",
  seconds: 10,
  acknowledged: 10,
  stored: 10,
  delivered: 7,
  duplicates: 1,
  waiting: 1,
  letters: 1,
  cancelled: 0,
  extra: 0,
  lost: 0,
  problems: [],
  ...more,
});

it("has a row a fault, says what does not hold, and sums up", () => {
  const rows = faultTable([
    played({}),
    played({ name: "2", delivered: 6, lost: 1, problems: ["acknowledged and\nlost: 1 (a)"] }),
  ]).split("\n");
  expect(rows.slice(2)).toEqual([
    "| `1-redelivery`: a message \\| twice | 10 | 10 | 7 | 1 | 1 | 1 | 0 | 0 | 0 | held |",
    "| `2`: a message \\| twice | 10 | 10 | 6 | 1 | 1 | 1 | 0 | 0 | 1 | **acknowledged and lost: 1 (a)** |",
    "| all 2 | 20 | 20 | 13 | 2 | 2 | 2 | 0 | 0 | 1 | **1 broken** |",
  ]);
});
