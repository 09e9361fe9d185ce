import { expect, it } from "vitest";
import { countIn, sumTallies, tallyKey, type Tally } from "./tally.ts";

const tally = (given: Partial<Tally> = {}): Tally => ({
  client_id: "cli_1",
  subject: "cap:dst",
  period: "d:2026-11-30",
  count: 1,
  ends_at: 9,
  ...given,
});

it("a count is known by what is counted and its period; what was never counted is none", () => {
  const countOf = countIn(new Map([[tallyKey("cap:dst", "d:2026-11-30"), 7]]));
  expect(countOf("cap:dst", "d:2026-11-30")).toBe(7);
  expect(countOf("cap:dst", "d:2026-12-01")).toBe(0);
  expect(countOf("cap:other", "d:2026-11-30")).toBe(0);
});

it("no two subjects and periods have the same name", () => {
  expect(tallyKey("cap:dst", "d:2026-11-30")).toBe("cap:dst d:2026-11-30");
});

it("what is added to the same count is added once, and to others beside it", () => {
  const others = [
    tally({ client_id: "cli_2" }),
    tally({ subject: "cap:b" }),
    tally({ period: "all", ends_at: null }),
  ];
  expect(sumTallies([tally(), ...others, tally({ count: 4 })])).toEqual([tally({ count: 5 }), ...others]);
});
