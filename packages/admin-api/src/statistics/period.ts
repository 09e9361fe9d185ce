import { dayOf } from "@leadrelay/core/statistics/day-of";
import { z } from "@hono/zod-openapi";
import { apiProblem } from "../problems/api-problem.ts";

const mostDays = 92;
const usualDays = 30;
const dayMs = 86_400_000;

/** A UTC date such as `2026-11-21`. */
export const dateQuery = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, "should be a date such as 2026-11-21")
  .refine((text) => isDate(text), "is no day of the calendar")
  .optional();

const isDate = (text: string) => Date.parse(text) >= 0 && dateOf(dayOf(Date.parse(text))) === text;

/** The date of a UTC day; see `dayOf`. */
export const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** Whole UTC days, both included. */
export interface Period {
  fromDay: number;
  toDay: number;
}

/** The last 30 days, or what was asked for. Throws the 400 of a period that ends before it begins, or is too long. */
export function readPeriod(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  nowMs: number,
): Period {
  const toDay = dayOf(to === undefined ? nowMs : Date.parse(to));
  const fromDay = from === undefined ? Math.max(0, toDay - usualDays + 1) : dayOf(Date.parse(from));
  const refuse = (detail: string) =>
    apiProblem("malformed-request", `from: ${detail}.`, {
      errors: [{ field: "from", detail }],
    });
  if (fromDay > toDay) throw refuse("is after to");
  if (toDay - fromDay >= mostDays) throw refuse(`at most ${mostDays} days at once`);
  return { fromDay, toDay };
}
