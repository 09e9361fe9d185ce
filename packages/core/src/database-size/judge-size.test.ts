import { describe, expect, it } from "vitest";
import { judgeSize, type DatabaseSizes, type Fullness } from "./judge-size.ts";

const GB = 1e9;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const begun = 1_700_000_000_000;

/** From so many bytes to so many, within so many ms. */
const sizes = (from: number, to: number, withinMs: number): DatabaseSizes => ({
  database: "DB",
  first: { bytes: from, at: begun },
  last: { bytes: to, at: begun + withinMs },
});

describe("a database of a limit of 10 GB", () => {
  it.each<[string, number, Fullness["step"]]>([
    ["empty", 0, 0],
    ["a byte below 70 %", 7 * GB - 1, 0],
    ["at 70 %", 7 * GB, 70],
    ["a byte below 85 %", 8.5 * GB - 1, 70],
    ["at 85 %", 8.5 * GB, 85],
    ["a byte below 95 %", 9.5 * GB - 1, 85],
    ["at 95 %", 9.5 * GB, 95],
    ["full", 10 * GB, 95],
    ["over it, as a setting too low says", 12 * GB, 95],
  ])("%s", (_how, bytes, step) => {
    expect(judgeSize(sizes(bytes, bytes, 0), 10 * GB)).toMatchObject({ step });
  });

  it("says how full it is in percent", () => {
    expect(judgeSize(sizes(0, 8.6 * GB, 0), 10 * GB).percent).toBeCloseTo(86);
  });

  it.each<[string, DatabaseSizes, Pick<Fullness, "growthADay" | "daysLeft">]>([
    ["once read", sizes(GB, GB, 0), { growthADay: null, daysLeft: null }],
    ["known for under six hours", sizes(GB, 2 * GB, 6 * hourMs - 1), { growthADay: null, daysLeft: null }],
    ["known for six", sizes(GB, 2 * GB, 6 * hourMs), { growthADay: 4 * GB, daysLeft: 2 }],
    ["that grew by 1 GB in two days", sizes(5 * GB, 6 * GB, 2 * dayMs), { growthADay: GB / 2, daysLeft: 8 }],
    ["that stays as it is", sizes(GB, GB, dayMs), { growthADay: 0, daysLeft: null }],
    ["that shrinks", sizes(2 * GB, GB, dayMs), { growthADay: -GB, daysLeft: null }],
    ["that is full", sizes(9 * GB, 10 * GB, dayMs), { growthADay: GB, daysLeft: 0 }],
    ["that is fuller than full", sizes(9 * GB, 11 * GB, dayMs), { growthADay: 2 * GB, daysLeft: 0 }],
  ])("%s", (_which, known, expected) => {
    expect(judgeSize(known, 10 * GB)).toMatchObject(expected);
  });
});
