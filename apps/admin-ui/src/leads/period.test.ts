import { expect, it } from "vitest";
import { daysOf, periodOf, sayDays } from "./period.ts";

const now = new Date(2026, 10, 30, 15, 30).getTime();
const day = (month: number, date: number) => new Date(2026, month - 1, date).getTime();

it.each<[when: string | undefined, since: number | null, until: number | null]>([
  [undefined, null, null],
  ["today", day(11, 30), day(12, 1)],
  ["yesterday", day(11, 29), day(11, 30)],
  ["7d", day(11, 24), day(12, 1)],
  ["30d", day(11, 1), day(12, 1)],
  ["2026-10-20..2026-11-02", day(10, 20), day(11, 3)],
  ["2026-11-02..2026-11-02", day(11, 2), day(11, 3)],
  ["2026-11-02..2026-11-01", null, null],
  ["2026-02-30..2026-03-01", null, null],
  ["2026-11-02", null, null],
  ["x2026-11-02..2026-11-03", null, null],
  ["whenever", null, null],
])("%s", (when, since, until) => {
  expect(periodOf(when, now) ?? null).toEqual(since === null ? null : { since, until });
});

it("chosen days are said as they are read", () => {
  const days = daysOf("2026-01-09..2026-11-30");
  expect(days === undefined ? "" : sayDays(days.from, days.to)).toBe("2026-01-09..2026-11-30");
});
