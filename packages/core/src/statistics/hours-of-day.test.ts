import { expect, it } from "vitest";
import { dayOf } from "./day-of.ts";
import { lastHours } from "./hours-of-day.ts";

const now = Date.parse("2026-11-30T10:20:00Z");
const today = dayOf(now);

it("a health line has 24 hours, the one under way last, of yesterday what is within them", () => {
  const line = lastHours(
    [
      { day: today, outcome: "delivered", by_hour: '{"h10": 3, "h0": 2}' },
      { day: today, outcome: "delivered", by_hour: '{"h10": 4}' },
      { day: today, outcome: "dead", by_hour: '{"h9": 1}' },
      { day: today - 1, outcome: "delivered", by_hour: '{"h11": 5, "h10": 9}' },
      { day: today - 2, outcome: "dead", by_hour: '{"h23": 9}' },
    ],
    now,
  );
  expect(line).toHaveLength(24);
  expect(line.at(-1)).toEqual({ at: Date.parse("2026-11-30T10:00:00Z"), delivered: 7, dead: 0 });
  expect(line.at(-2)).toEqual({ at: Date.parse("2026-11-30T09:00:00Z"), delivered: 0, dead: 1 });
  expect(line[0]).toEqual({ at: Date.parse("2026-11-29T11:00:00Z"), delivered: 5, dead: 0 });
  expect(line.reduce((sum, { delivered, dead }) => sum + delivered + dead, 0)).toBe(15);
});
