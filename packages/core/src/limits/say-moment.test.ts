import { expect, it } from "vitest";
import { sayMoment } from "./say-moment.ts";

const at = (text: string) => Date.parse(text);

it.each<[what: string, moment: string, zone: string, now: string, said: string]>([
  ["today", "2026-11-30T18:00+05:30", "Asia/Kolkata", "2026-11-30T09:00+05:30", "18:00 IST"],
  [
    "midnight, which is tomorrow",
    "2026-12-01T00:00+05:30",
    "Asia/Kolkata",
    "2026-11-30T09:00+05:30",
    "Tuesday 00:00 IST",
  ],
  ["within a week", "2026-12-06T09:05Z", "UTC", "2026-11-30T09:00Z", "Sunday 09:05 UTC"],
  ["a week from now", "2026-12-07T09:00Z", "UTC", "2026-11-30T09:00Z", "7 December 09:00 UTC"],
  ["next year, soon", "2027-01-01T00:00Z", "UTC", "2026-11-30T09:00Z", "1 January 00:00 UTC"],
  ["next year, late", "2027-11-01T00:00Z", "UTC", "2026-11-30T09:00Z", "1 November 2027 00:00 UTC"],
  ["in 299 days", "2027-09-25T00:00Z", "UTC", "2026-11-30T09:00Z", "25 September 00:00 UTC"],
  ["in 300 days", "2027-09-26T00:00Z", "UTC", "2026-11-30T09:00Z", "26 September 2027 00:00 UTC"],
  ...[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ].map((month, index): [string, string, string, string, string] => [
    `in ${month}`,
    new Date(Date.UTC(2030, index, 7)).toISOString(),
    "UTC",
    "2026-11-30T09:00Z",
    `7 ${month} 2030 00:00 UTC`,
  ]),
  [
    "yesterday, where a clock was wrong",
    "2026-11-29T23:00Z",
    "UTC",
    "2026-11-30T09:00Z",
    "29 November 23:00 UTC",
  ],
  [
    "today there, and tomorrow in UTC",
    "2026-11-30T23:00-05:00",
    "America/New_York",
    "2026-11-30T22:00-05:00",
    "23:00 EST",
  ],
  ["in summer", "2026-07-01T09:00-04:00", "America/New_York", "2026-07-01T08:00-04:00", "09:00 EDT"],
  [
    "in half an hour of summer",
    "2026-12-01T09:00+11:00",
    "Australia/Lord_Howe",
    "2026-12-01T08:00+11:00",
    "09:00 LHDT",
  ],
  [
    "where nobody has a name for it",
    "2026-12-01T09:00+05:45",
    "Asia/Kathmandu",
    "2026-12-01T08:00+05:45",
    "09:00 GMT+5:45",
  ],
])("%s: %s in %s at %s is %s", (_what, moment, zone, now, said) => {
  expect(sayMoment(at(moment), zone, at(now))).toBe(said);
});
