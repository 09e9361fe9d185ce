import * as fc from "fast-check";
import { expect, it } from "vitest";
import { anyTotals } from "../../test/any-totals.ts";
import { joinTotals, noTotals, readTotals } from "./session-totals.ts";

it("what a hidden field tells of a session is read", () => {
  expect(readTotals("d61000 s50 c3 p2 e14 r1")).toEqual({
    duration_ms: 61_000,
    scroll_percent: 50,
    clicks: 3,
    page_views: 2,
    events: 14,
    returns: 1,
  });
});

it.each([
  undefined,
  "",
  "undefined",
  "d61000",
  "d61000 s50 c3 p2 e14",
  "d61000 s101 c3 p2 e14 r1",
  "d86400001 s1 c3 p2 e14 r1",
  "d-1 s50 c3 p2 e14 r1",
  "d1e9 s50 c3 p2 e14 r1",
  "d1 s5 c100001 p2 e14 r1",
])("%s tells of none", (text) => expect(readTotals(text)).toBeUndefined());

it("joining is the same in any order and however often", () => {
  fc.assert(
    fc.property(anyTotals, anyTotals, anyTotals, (a, b, c) => {
      const joined = joinTotals(joinTotals(a, b), c);
      expect(joinTotals(a, joinTotals(c, b))).toEqual(joined);
      expect(joinTotals(joined, b)).toEqual(joined);
      expect(joinTotals(noTotals, a)).toEqual(a);
    }),
  );
});
