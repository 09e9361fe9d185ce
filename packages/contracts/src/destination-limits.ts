import * as z from "zod/mini";
import { periodUnits, timeZoneSchema, weekdays, type Weekday } from "./calendar.ts";

/** A destination has no more. */
export const mostLimits = {
  caps: 20,
  hoursADay: 6,
  holidays: 200,
  leads: 10_000_000,
} as const;
export const longestSource = 100;

/** So many in a time, of all leads or of a source's. */
export const capSchema = z.strictObject({
  per: z.enum(periodUnits),
  /** It takes so many in that time. */
  leads: z.int().check(z.minimum(1), z.maximum(mostLimits.leads)),
  /** Of leads from there alone: their `lead_source`, whatever its case, or their form's id. null: of all. */
  source: z.nullable(z.string().check(z.minLength(1), z.maxLength(longestSource))),
});
export type Cap = z.infer<typeof capSchema>;

const clock = "(?:[01]\\d|2[0-3]):[0-5]\\d";

/** `09:00-18:00`; one that ends at or before its begin goes on into the next day. */
export const openTime = z
  .string()
  .check(z.regex(new RegExp(`^${clock}-(?:${clock}|24:00)$`), "should be times such as 09:00-18:00"));

const openTimes = z.optional(z.array(openTime).check(z.minLength(1), z.maxLength(mostLimits.hoursADay)));

const hoursSchema = z
  .strictObject(
    Object.fromEntries(weekdays.map((day) => [day, openTimes])) as Record<Weekday, typeof openTimes>,
  )
  .check(
    z.refine((days) => Object.values(days).some((times) => times !== undefined), {
      error: "should have at least one weekday",
    }),
  );

/** `2026-12-25`. */
export const dateSchema = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\d$/, "should be a date such as 2026-12-25"),
  z.refine((text) => new Date(`${text}T00:00Z`).toJSON()?.startsWith(text), {
    error: "should be a date that there is",
  }),
);

/**
 * How many leads a destination takes, and when. As `destinations.limits_json` keeps it; NULL there: as many as come, at any time. All in
 * the destination's own time zone.
 */
export const destinationLimitsSchema = z.strictObject({
  time_zone: timeZoneSchema,
  week_starts: z.enum(weekdays),
  caps: z.array(capSchema).check(z.maxLength(mostLimits.caps)),
  /** null: at any time. A weekday that is not named is closed. */
  hours: z.nullable(hoursSchema),
  /** Dates on which it is closed all day. */
  holidays: z.array(dateSchema).check(z.maxLength(mostLimits.holidays)),
});
export type DestinationLimits = z.infer<typeof destinationLimitsSchema>;
