import { periodUnits, type PeriodUnit, type Weekday } from "@leadrelay/contracts/calendar";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodOf } from "./period-of.ts";

const at = (text: string) => Date.parse(text);
const kolkata = "Asia/Kolkata";
const newYork = "America/New_York";
/** Its clocks change by half an hour. */
const lordHowe = "Australia/Lord_Howe";
/** Its clocks go forward at midnight. */
const santiago = "America/Santiago";

describe("the period that a moment is in", () => {
  it.each<
    [
      what: string,
      unit: PeriodUnit,
      zone: string,
      moment: string,
      key: string,
      endsAt: string | null,
      starts?: Weekday,
    ]
  >([
    [
      "an hour of UTC",
      "hour",
      "UTC",
      "2026-11-30T14:59:59.999Z",
      "h:2026-11-30T14+00:00",
      "2026-11-30T15:00:00Z",
    ],
    [
      "an hour from its first moment",
      "hour",
      "UTC",
      "2026-11-30T15:00Z",
      "h:2026-11-30T15+00:00",
      "2026-11-30T16:00:00Z",
    ],
    [
      "an hour of a zone half an hour off",
      "hour",
      kolkata,
      "2026-11-30T12:29Z",
      "h:2026-11-30T17+05:30",
      "2026-11-30T12:30:00Z",
    ],
    [
      "an hour that ends a minute after it began, because clocks go back then",
      "hour",
      "America/St_Johns",
      "2010-11-07T02:30:30Z",
      "h:2010-11-07T00-02:30",
      "2010-11-07T02:31:00Z",
    ],
    [
      "a day of it, which begins the evening before in UTC",
      "day",
      kolkata,
      "2026-11-29T18:30Z",
      "d:2026-11-30",
      "2026-11-30T18:30:00Z",
    ],
    [
      "the day before it, to its last moment",
      "day",
      kolkata,
      "2026-11-29T18:29:59.999Z",
      "d:2026-11-29",
      "2026-11-29T18:30:00Z",
    ],
    ["a day of 23 hours", "day", newYork, "2026-03-08T05:00Z", "d:2026-03-08", "2026-03-09T04:00:00Z"],
    ["a day of 25 hours", "day", newYork, "2026-11-01T04:00Z", "d:2026-11-01", "2026-11-02T05:00:00Z"],
    [
      "the hour before one that is left out",
      "hour",
      newYork,
      "2026-03-08T06:30Z",
      "h:2026-03-08T01-05:00",
      "2026-03-08T07:00:00Z",
    ],
    [
      "the hour behind it",
      "hour",
      newYork,
      "2026-03-08T07:00Z",
      "h:2026-03-08T03-04:00",
      "2026-03-08T08:00:00Z",
    ],
    [
      "an hour that comes twice, the first time",
      "hour",
      newYork,
      "2026-11-01T05:30Z",
      "h:2026-11-01T01-04:00",
      "2026-11-01T06:00:00Z",
    ],
    [
      "an hour that comes twice, the second time",
      "hour",
      newYork,
      "2026-11-01T06:30Z",
      "h:2026-11-01T01-05:00",
      "2026-11-01T07:00:00Z",
    ],
    [
      "an hour of which a half comes again",
      "hour",
      lordHowe,
      "2026-04-04T14:45Z",
      "h:2026-04-05T01+11:00",
      "2026-04-04T15:00:00Z",
    ],
    [
      "the half that comes again",
      "hour",
      lordHowe,
      "2026-04-04T15:10Z",
      "h:2026-04-05T01+10:30",
      "2026-04-04T15:30:00Z",
    ],
    [
      "an hour of which the first half is left out",
      "hour",
      lordHowe,
      "2026-10-03T15:40Z",
      "h:2026-10-04T02+11:00",
      "2026-10-03T16:00:00Z",
    ],
    [
      "a day of 24 and a half hours",
      "day",
      lordHowe,
      "2026-04-04T13:00Z",
      "d:2026-04-05",
      "2026-04-05T13:30:00Z",
    ],
    [
      "a day before one that begins at one",
      "day",
      santiago,
      "2026-09-06T03:59Z",
      "d:2026-09-05",
      "2026-09-06T04:00:00Z",
    ],
    [
      "a day that begins at one",
      "day",
      santiago,
      "2026-09-06T04:00Z",
      "d:2026-09-06",
      "2026-09-07T03:00:00Z",
    ],
    [
      "a day whose last hour comes twice",
      "day",
      santiago,
      "2026-04-05T03:30Z",
      "d:2026-04-04",
      "2026-04-05T04:00:00Z",
    ],
    [
      "a week, named by its Monday",
      "week",
      "UTC",
      "2026-12-03T12:00Z",
      "w:2026-11-30",
      "2026-12-07T00:00:00Z",
    ],
    ["a week on its last day", "week", "UTC", "2026-12-06T23:59Z", "w:2026-11-30", "2026-12-07T00:00:00Z"],
    ["a week on its first day", "week", "UTC", "2026-11-30T00:00Z", "w:2026-11-30", "2026-12-07T00:00:00Z"],
    [
      "a week that begins on Sunday",
      "week",
      "UTC",
      "2026-12-05T12:00Z",
      "w:2026-11-29",
      "2026-12-06T00:00:00Z",
      "sunday",
    ],
    [
      "a week that begins on Sunday, on Sunday",
      "week",
      "UTC",
      "2026-11-29T12:00Z",
      "w:2026-11-29",
      "2026-12-06T00:00:00Z",
      "sunday",
    ],
    [
      "a week over the end of a year",
      "week",
      kolkata,
      "2027-01-01T00:00Z",
      "w:2026-12-28",
      "2027-01-03T18:30:00Z",
    ],
    ["a month", "month", kolkata, "2026-11-30T18:29Z", "m:2026-11", "2026-11-30T18:30:00Z"],
    [
      "the month that begins then",
      "month",
      kolkata,
      "2026-11-30T18:30Z",
      "m:2026-12",
      "2026-12-31T18:30:00Z",
    ],
    ["all time", "total", "UTC", "2026-11-30T18:30Z", "all", null],
  ])("is %s", (_what, unit, timeZone, moment, key, endsAt, weekStarts = "monday") => {
    expect(periodOf(unit, at(moment), { timeZone, weekStarts })).toEqual({
      key,
      endsAt: endsAt === null ? null : at(endsAt),
    });
  });

  it("ends exactly where another begins, in every zone and at any time", () => {
    const zones = [
      "UTC",
      kolkata,
      newYork,
      lordHowe,
      santiago,
      "Asia/Beirut",
      "Africa/Cairo",
      "Antarctica/Troll",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...periodUnits.filter((unit) => unit !== "total")),
        fc.integer({ min: at("2024-01-01"), max: at("2030-01-01") }),
        (timeZone, unit, moment) => {
          const calendar = { timeZone, weekStarts: "monday" } as const;
          const { key, endsAt } = periodOf(unit, moment, calendar);
          if (endsAt === null) throw new Error("it ends");
          expect(endsAt).toBeGreaterThan(moment);
          expect(periodOf(unit, endsAt - 1, calendar)).toEqual({ key, endsAt });
          expect(periodOf(unit, endsAt, calendar).key).not.toBe(key);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
