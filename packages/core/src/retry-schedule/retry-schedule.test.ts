import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextAttemptDelayMs } from "./next-attempt-delay.ts";
import { longestRetryAfterMs, parseRetryAfter } from "./parse-retry-after.ts";
import { defaultSchedule, parseSchedule } from "./parse-schedule.ts";

const waits = fc.array(fc.integer({ min: 1000, max: 86_400_000 }), { minLength: 1, maxLength: 20 });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe("parseSchedule", () => {
  test("the default is quick retries and then long ones", () => {
    const inSeconds = parseSchedule("default").map((ms) => ms / 1000);
    expect(inSeconds).toEqual([1, 2, 4, 60, 300, 1800, 7200, 18_000, 36_000]);
    expect(parseSchedule(defaultSchedule)).toEqual(parseSchedule("default"));
    expect(parseSchedule("quick")).toEqual([1000, 2000, 4000]);
  });

  test.each([
    "",
    "0s",
    "1",
    "s",
    "1.5s",
    "-1s",
    "1d",
    "25h",
    "1s,,2s",
    "1s;2s",
    "1e3s",
    Array(21).fill("1s").join(),
  ])("%j is not a schedule", (text) => {
    expect(() => parseSchedule(text)).toThrow(/wait/);
  });

  test("any list of whole seconds reads back as written", () => {
    const seconds = fc.array(fc.integer({ min: 1, max: 86_400 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(seconds, (list) => {
        expect(parseSchedule(list.map((wait) => `${wait}s`).join(", "))).toEqual(
          list.map((wait) => wait * 1000),
        );
      }),
    );
  });
});

describe("nextAttemptDelayMs", () => {
  test("the first three waits are exact", () => {
    fc.assert(
      fc.property(waits, fc.integer({ min: 1, max: 3 }), chance, (schedule, number, random) => {
        const wait = schedule[Math.min(number, schedule.length) - 1];
        expect(nextAttemptDelayMs(schedule, number, null, random)).toBe(wait);
      }),
    );
  });

  test("from the fourth on they lie within 20 % of the schedule, and use all of it", () => {
    fc.assert(
      fc.property(waits, fc.integer({ min: 4, max: 60 }), chance, (schedule, number, random) => {
        const wait = schedule[Math.min(number, schedule.length) - 1] ?? 0;
        const delayMs = nextAttemptDelayMs(schedule, number, null, random);
        expect(Math.abs(delayMs - wait)).toBeLessThanOrEqual(wait * 0.2 + 1);
      }),
    );
    const schedule = parseSchedule("default");
    expect(nextAttemptDelayMs(schedule, 4, null, 0)).toBe(48_000);
    expect(nextAttemptDelayMs(schedule, 4, null, 0.999999)).toBe(72_000);
  });

  test("without a schedule it is now, or when the receiver asked", () => {
    expect(nextAttemptDelayMs([], 1, null, 0.5)).toBe(0);
    expect(nextAttemptDelayMs([], 1, 700, 0.5)).toBe(700);
  });

  test("when the schedule is used up its last wait comes again", () => {
    expect([1, 2, 3].map((number) => nextAttemptDelayMs([1000, 2000], number, null, 0.5))).toEqual([
      1000, 2000, 2000,
    ]);
  });

  test("waits are whole milliseconds", () => {
    expect(nextAttemptDelayMs([1000, 1000, 1000, 1001], 4, null, 0.3)).toBe(921);
  });

  test("never sooner than the receiver asked, never sooner than the schedule says", () => {
    const asked = fc.integer({ min: 0, max: longestRetryAfterMs });
    fc.assert(
      fc.property(
        waits,
        fc.integer({ min: 1, max: 30 }),
        asked,
        chance,
        (schedule, number, retryAfter, random) => {
          const delayMs = nextAttemptDelayMs(schedule, number, retryAfter, random);
          expect(delayMs).toBe(Math.max(retryAfter, nextAttemptDelayMs(schedule, number, null, random)));
        },
      ),
    );
  });
});

describe("parseRetryAfter", () => {
  const now = Date.UTC(2026, 10, 20, 12, 0, 0);

  test.each([
    ["0", 0],
    ["120", 120_000],
    [" 120 ", 120_000],
    ["86400", 86_400_000],
    ["86401", longestRetryAfterMs],
    ["99999999999999999999999999", longestRetryAfterMs],
    ["Fri, 20 Nov 2026 12:00:30 GMT", 30_000],
    ["Fri, 20 Nov 2026 11:00:00 GMT", 0],
    ["Fri, 20 Nov 2126 12:00:00 GMT", longestRetryAfterMs],
    [null, null],
    ["", null],
    ["soon", null],
    ["-5", null],
    ["1.5", null],
    ["1e3", null],
    ["12 seconds", null],
    ["2026-11-20T12:00:30Z", null],
    ["Fri, 99 Nov 2026 99:99:99 GMT", null],
    ["Friday, 20-Nov-26 12:00:30 GMT", null],
    ["Mon, 23 Nov 2026 12:00:00 GMT", longestRetryAfterMs],
    ["Sat, 21 Nov 2026 00:00:00 GMT", 43_200_000],
    ["Sun, 22 Nov 2026 00:00:00 GMT", longestRetryAfterMs],
    ["at Fri, 20 Nov 2026 12:00:30 GMT", null],
    ["Fri, 20 Nov 2026 12:00:30 GMT+1", null],
    ["Fri, 1 Nov 2027 12:00:30 GMT", null],
    ["Fri, 20 nov 2026 12:00:30 GMT", null],
    ["Fri, 20 November 2026 12:00:30 GMT", null],
    ["Fri, 20 Nov 26 12:00:30 GMT", null],
    ["Fri, 20 Nov 2026 1:00:30 GMT", null],
    ["Fri, 20 Nov 2026 13:0:30 GMT", null],
    ["Fri, 20 Nov 2026 13:00:3 GMT", null],
    ["1 2", null],
    ["12s", null],
    ["s12", null],
  ])("%j is %j ms", (header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });

  test("whatever a receiver sends, the wait is unknown or between nothing and a day", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 4e12 }), (header, nowMs) => {
        const waitMs = parseRetryAfter(header, nowMs);
        expect(waitMs === null || (waitMs >= 0 && waitMs <= longestRetryAfterMs)).toBe(true);
      }),
    );
  });
});
