import { expect, it } from "vitest";
import { destinationLimitsSchema, mostLimits } from "./destination-limits.ts";

const limits = {
  time_zone: "Asia/Kolkata",
  week_starts: "monday",
  caps: [{ per: "day", leads: 50, source: null }],
  hours: { monday: ["09:00-13:00", "22:00-02:00"], sunday: ["00:00-24:00"] },
  holidays: ["2026-12-25", "2028-02-29"],
};

it.each<[what: string, given: object, taken: boolean]>([
  ["limits as they are", {}, true],
  ["nothing but a time zone", { caps: [], hours: null, holidays: [] }, true],
  ["a zone that there is not", { time_zone: "Europe/Atlantis" }, false],
  ["an offset, which knows no summer time", { time_zone: "+05:30" }, false],
  ["no zone", { time_zone: "" }, false],
  ["a week that begins on any day", { week_starts: "friday" }, true],
  ["a week that begins on no day", { week_starts: "someday" }, false],
  ["a cap of nothing", { caps: [{ per: "day", leads: 0, source: null }] }, false],
  ["a cap of half a lead", { caps: [{ per: "day", leads: 0.5, source: null }] }, false],
  ["a cap of a source", { caps: [{ per: "total", leads: 1, source: "facebook" }] }, true],
  ["a cap of a source without a name", { caps: [{ per: "total", leads: 1, source: "" }] }, false],
  ["a cap of a year", { caps: [{ per: "year", leads: 1, source: null }] }, false],
  [
    "more caps than there may be",
    { caps: Array.from({ length: mostLimits.caps + 1 }, () => limits.caps[0]) },
    false,
  ],
  ["hours of no day", { hours: {} }, false],
  ["a day without hours", { hours: { monday: [] } }, false],
  ["hours of a day that there is not", { hours: { funday: ["09:00-18:00"] } }, false],
  ["an hour that there is not", { hours: { monday: ["09:00-25:00"] } }, false],
  ["a day that begins at its end", { hours: { monday: ["24:00-08:00"] } }, false],
  ["hours in other words", { hours: { monday: ["9-18"] } }, false],
  ["a date that there is not", { holidays: ["2027-02-29"] }, false],
  ["a date in another order", { holidays: ["25.12.2026"] }, false],
  ["what nobody knows", { caps_per_minute: 1 }, false],
])("%s: %o is taken: %s", (_what, given, taken) => {
  expect(destinationLimitsSchema.safeParse({ ...limits, ...given }).success).toBe(taken);
});
