import { z } from "@hono/zod-openapi";
import { periodUnits, timeZoneSchema, weekdays, type Weekday } from "@leadrelay/contracts/calendar";
import { dateSchema, longestSource, mostLimits, openTime } from "@leadrelay/contracts/destination-limits";

/** As its own schema says; the API's document describes what it is. */
const readBy = (schema: { safeParse(value: unknown): { success: boolean } }, should: string) =>
  z
    .string()
    .max(64)
    .refine((text) => schema.safeParse(text).success, should);

const times = z
  .array(readBy(openTime, "should be times such as 09:00-18:00"))
  .min(1)
  .max(mostLimits.hoursADay);

const byDay = Object.fromEntries(weekdays.map((day) => [day, times.optional()])) as Record<
  Weekday,
  z.ZodOptional<typeof times>
>;

/** How many leads a destination takes, and when; see `DestinationLimits`. */
export const limitsField = z
  .strictObject({
    time_zone: readBy(timeZoneSchema, "should be a time zone by its IANA name, such as Asia/Kolkata").openapi(
      {
        description: "IANA name: all that follows is in its time, summer time and all.",
        example: "Asia/Kolkata",
      },
    ),
    week_starts: z.enum(weekdays).default("monday"),
    caps: z
      .array(
        z.strictObject({
          per: z.enum(periodUnits),
          leads: z.int().min(1).max(mostLimits.leads),
          source: z.string().trim().min(1).max(longestSource).nullable().default(null).openapi({
            description:
              "Only leads from there count, and wait: their lead_source in any case of letters, or their form's id. null: all.",
          }),
        }),
      )
      .max(mostLimits.caps)
      .default([]),
    hours: z
      .strictObject(byDay)
      .refine(
        (days) => Object.values(days).some((open) => open !== undefined),
        "should name at least one weekday",
      )
      .nullable()
      .default(null)
      .openapi({
        description:
          "When it is open, by weekday; one that is not named is closed. What ends at or before its begin goes on into the next day. null: at any time.",
        example: { monday: ["09:00-13:00", "14:00-18:00"] },
      }),
    holidays: z
      .array(readBy(dateSchema, "should be a date such as 2026-12-25"))
      .max(mostLimits.holidays)
      .default([]),
  })
  .openapi("DestinationLimits");
