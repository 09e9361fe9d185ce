import * as z from "zod/mini";

/** How long something is counted for before the count begins anew; `total`: for ever. */
export const periodUnits = ["hour", "day", "week", "month", "total"] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** Numbered from 0 on as `Date` numbers them. */
export const weekdays = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
] as const;
export type Weekday = (typeof weekdays)[number];

/** An IANA name of a time zone, such as `Asia/Kolkata`; an offset such as `+05:30` is none, because it knows no summer time. */
export const timeZoneSchema = z.string().check(
  z.maxLength(64),
  z.refine(isTimeZone, {
    error: "should be a time zone by its IANA name, such as Asia/Kolkata or Europe/Berlin",
  }),
);

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
