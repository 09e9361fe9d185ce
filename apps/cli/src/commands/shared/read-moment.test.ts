import { expect, it } from "vitest";
import { readMoment } from "./read-moment.ts";

const now = Date.UTC(2026, 10, 21, 12, 0, 0);

it.each([
  ["90s", now - 90_000],
  ["30m", now - 1_800_000],
  ["2h", now - 7_200_000],
  [" 7d ", now - 604_800_000],
  ["1w", now - 604_800_000],
  ["2026-11-21T14:00Z", Date.UTC(2026, 10, 21, 14)],
  ["2026-11-21 14:00:30+05:30", Date.UTC(2026, 10, 21, 8, 30, 30)],
  ["2026-11-21", new Date(2026, 10, 21).getTime()],
  ["2026-11-21 14:00", new Date(2026, 10, 21, 14).getTime()],
  ["yesterday", null],
  ["2 h", null],
  ["-2h", null],
  ["2026-13-01", null],
  ["2026-11-21T25:00", null],
  ["14:00", null],
  ["", null],
])("%s is %s", (text, at) => expect(readMoment(text, now)).toBe(at));
