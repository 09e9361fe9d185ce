import type { SessionTotals } from "@leadrelay/contracts/tracking";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyTotals } from "../../test/any-totals.ts";
import { engagementLabel, engagementLabels, scoreEngagement } from "./score-engagement.ts";

const totals = (seconds: number, scroll_percent: number, clicks: number, returns: number): SessionTotals => ({
  duration_ms: seconds * 1_000,
  scroll_percent,
  clicks,
  returns,
  page_views: 1,
  events: 1,
});

describe("engagement", () => {
  it.each([
    ["a minute, half the page, three clicks", totals(60, 50, 3, 0), 24, "Warm"],
    ["three minutes, most of the page, ten clicks", totals(180, 80, 10, 0), 52, "Hot"],
    ["five minutes, all of it, fifteen clicks, two returns", totals(300, 100, 15, 2), 85, "Very Hot"],
    ["a bounce after five seconds", totals(5, 0, 0, 0), 0, "Cold"],
    ["nothing but 9.999 s", totals(9.999, 0, 0, 0), 0, "Cold"],
    ["nothing but 10 s", totals(10, 0, 0, 0), 1, "Cold"],
    ["nothing but 349 s", totals(349, 0, 0, 0), 34, "Warm"],
    ["350 s, where time is full", totals(350, 0, 0, 0), 35, "Warm"],
    ["an hour", totals(3_600, 0, 0, 0), 35, "Warm"],
    ["3 % of the page", totals(0, 3, 0, 0), 0, "Cold"],
    ["4 % of the page", totals(0, 4, 0, 0), 1, "Cold"],
    ["99 % of the page", totals(0, 99, 0, 0), 29, "Warm"],
    ["21 clicks", totals(0, 0, 21, 0), 20, "Cold"],
    ["one return", totals(0, 0, 0, 1), 5, "Cold"],
    ["three returns, where they are full", totals(0, 0, 0, 3), 15, "Cold"],
    ["four returns", totals(0, 0, 0, 4), 15, "Cold"],
    ["all of everything", totals(350, 100, 20, 3), 100, "Very Hot"],
  ] as const)("of %s", (_, session, score, label) => {
    expect(scoreEngagement(session)).toEqual({ score, label });
  });

  it.each([
    [0, "Cold"],
    [20, "Cold"],
    [21, "Warm"],
    [45, "Warm"],
    [46, "Hot"],
    [70, "Hot"],
    [71, "Very Hot"],
    [100, "Very Hot"],
  ])("of %d points is called %s", (score, label) => expect(engagementLabel(score)).toBe(label));

  it("is a whole number from 0 to 100, whatever a session came to", () => {
    fc.assert(
      fc.property(anyTotals, (session) => {
        const { score } = scoreEngagement(session);
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
      }),
    );
  });

  it("never falls when any figure grows, and pages do not move it", () => {
    fc.assert(
      fc.property(anyTotals, anyTotals, (one, other) => {
        const more = { ...one };
        for (const name of ["duration_ms", "scroll_percent", "clicks", "returns"] as const)
          more[name] = Math.max(one[name], other[name]);
        const [less, least] = [scoreEngagement(more), scoreEngagement(one)];
        expect(less.score).toBeGreaterThanOrEqual(least.score);
        expect(engagementLabels.indexOf(less.label)).toBeGreaterThanOrEqual(
          engagementLabels.indexOf(least.label),
        );
        expect(scoreEngagement({ ...one, page_views: other.page_views, events: other.events })).toEqual(
          least,
        );
      }),
    );
  });
});
