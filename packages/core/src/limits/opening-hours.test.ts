import type { DestinationLimits } from "@leadrelay/contracts/destination-limits";
import { describe, expect, it } from "vitest";
import { opensAt } from "./opening-hours.ts";

type Hours = Pick<DestinationLimits, "time_zone" | "hours" | "holidays">;
const at = (text: string) => Date.parse(text);
const nine = ["09:00-18:00"];
const workdays = { monday: nine, tuesday: nine, wednesday: nine, thursday: nine, friday: nine };
const office: Hours = { time_zone: "Asia/Kolkata", hours: workdays, holidays: ["2026-12-25"] };
const newYork: Hours = { time_zone: "America/New_York", hours: { sunday: ["02:00-02:30"] }, holidays: [] };
const night: Hours = { time_zone: "UTC", hours: { friday: ["22:00-02:00"] }, holidays: [] };
const always: Hours = { time_zone: "UTC", hours: null, holidays: [] };

const fridays = (weeks: number) =>
  Array.from({ length: weeks }, (_, week) =>
    new Date(at("2026-12-04") + week * 604_800_000).toISOString().slice(0, 10),
  );

// 2026-11-30 is a Monday.
describe("a destination", () => {
  it.each<[what: string, hours: Hours, moment: string, opens: string]>([
    ["without hours is open", always, "2026-11-30T03:00Z", "now"],
    ["is open within its hours", office, "2026-11-30T09:00+05:30", "now"],
    ["is open up to their last moment", office, "2026-11-30T17:59:59.999+05:30", "now"],
    [
      "is closed at their end, until the next morning",
      office,
      "2026-11-30T18:00+05:30",
      "2026-12-01T09:00+05:30",
    ],
    ["is closed before them, until they begin", office, "2026-11-30T08:59+05:30", "2026-11-30T09:00+05:30"],
    [
      "is closed from Friday evening to Monday morning",
      office,
      "2026-12-04T20:00+05:30",
      "2026-12-07T09:00+05:30",
    ],
    ["is closed on a holiday within its hours", office, "2026-12-25T12:00+05:30", "2026-12-28T09:00+05:30"],
    ["goes by its own day, and not that of UTC", office, "2026-12-24T20:00Z", "2026-12-28T09:00+05:30"],
    [
      "with two openings a day has a break",
      { ...office, hours: { monday: ["09:00-13:00", "14:00-18:00"] } },
      "2026-11-30T13:30+05:30",
      "2026-11-30T14:00+05:30",
    ],
    [
      "whose hours are not in order opens at the earliest",
      { ...office, hours: { monday: ["14:00-18:00", "09:00-13:00"] } },
      "2026-11-30T07:00+05:30",
      "2026-11-30T09:00+05:30",
    ],
    [
      "that closes at midnight is open before it",
      { ...always, hours: { monday: ["12:00-24:00"] } },
      "2026-11-30T23:59Z",
      "now",
    ],
    [
      "that closes at midnight is closed then",
      { ...always, hours: { monday: ["12:00-24:00"] } },
      "2026-12-01T00:00Z",
      "2026-12-07T12:00Z",
    ],
    ["may be open past midnight", night, "2026-12-05T01:59Z", "now"],
    ["that is open past midnight closes then", night, "2026-12-05T02:00Z", "2026-12-11T22:00Z"],
    [
      "that is open past midnight is closed in the morning of that day",
      night,
      "2026-12-04T01:00Z",
      "2026-12-04T22:00Z",
    ],
    [
      "that is open past midnight is not where that begins a holiday",
      { ...night, holidays: ["2026-12-05"] },
      "2026-12-05T01:00Z",
      "2026-12-11T22:00Z",
    ],
    [
      "that is open past midnight is not behind a holiday",
      { ...night, holidays: ["2026-12-04"] },
      "2026-12-05T01:00Z",
      "2026-12-11T22:00Z",
    ],
    [
      "that is closed on holidays alone opens at midnight",
      { ...always, holidays: ["2026-12-25", "2026-12-26"] },
      "2026-12-25T10:00Z",
      "2026-12-27T00:00Z",
    ],
    [
      "that is open all day on Mondays is so",
      { ...always, hours: { monday: ["00:00-24:00"] } },
      "2026-11-30T00:00Z",
      "now",
    ],
    [
      "that opens in an hour that is left out does not, that Sunday",
      newYork,
      "2026-03-08T01:00-05:00",
      "2026-03-15T02:00-04:00",
    ],
    [
      "that is open in an hour that comes twice is so twice",
      { ...newYork, hours: { sunday: ["01:00-01:30"] } },
      "2026-11-01T01:15-05:00",
      "now",
    ],
    [
      "that opens as clocks jump opens when they have",
      { ...newYork, hours: { sunday: ["02:00-04:00"] } },
      "2026-03-08T01:00-05:00",
      "2026-03-08T03:00-04:00",
    ],
    [
      "goes by summer time in summer",
      { ...newYork, hours: workdays },
      "2026-07-06T08:00-04:00",
      "2026-07-06T09:00-04:00",
    ],
    [
      "goes by half an hour of summer time",
      { ...newYork, time_zone: "Australia/Lord_Howe", hours: { sunday: nine } },
      "2026-10-04T08:00+11:00",
      "2026-10-04T09:00+11:00",
    ],
    [
      "is open all day and night by hours that end when they begin",
      { ...always, hours: { monday: ["09:00-09:00"] } },
      "2026-12-01T08:59Z",
      "now",
    ],
    [
      "that opened in the first of two hours is not said to open then in the second",
      { ...newYork, hours: { sunday: ["01:55-02:00"] } },
      "2026-11-01T01:50-05:00",
      "2026-11-08T01:55-05:00",
    ],
    [
      "is looked after for a year and five days",
      { ...night, holidays: fridays(52) },
      "2026-11-28T03:00Z",
      "2027-12-03T22:00Z",
    ],
    ["is not looked after for longer", { ...night, holidays: fridays(53) }, "2026-11-28T03:00Z", "never"],
    [
      "that has but holidays does not open",
      {
        ...night,
        holidays: fridays(60),
      },
      "2026-11-30T00:00Z",
      "never",
    ],
  ])("%s", (_what, hours, moment, opens) => {
    const answered = opensAt(hours, at(moment));
    const isTime = opens !== "now" && opens !== "never";
    expect(typeof answered === "number" ? new Date(answered).toISOString() : answered).toBe(
      isTime ? new Date(at(opens)).toISOString() : opens,
    );
  });
});
