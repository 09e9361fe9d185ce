import { weekdays, type PeriodUnit, type Weekday } from "@leadrelay/contracts/calendar";
import { firstSince, momentOf, wallTimeAt, type WallTime } from "../time-zones/wall-clock.ts";
import { zoneOffset } from "../time-zones/zone-offset.ts";

/** Whose hours, days and weeks are meant. */
export interface Calendar {
  /** An IANA name, such as `Asia/Kolkata`. */
  timeZone: string;
  weekStarts: Weekday;
}

/** One hour, day, week or month; `endsAt` in ms UTC, null: never. */
export interface Period {
  key: string;
  endsAt: number | null;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * The hour, day, week or month of a calendar that a moment (ms UTC) is in. A key names it: `h:2026-11-30T14+05:30`, `d:2026-11-30`,
 * `w:2026-11-30` (the week's first day), `m:2026-11`, `all`. A day has 23 hours where clocks go forward and 25 where they go back; an hour that
 * comes twice is two, each with its own key.
 */
export function periodOf(unit: PeriodUnit, at: number, { timeZone, weekStarts }: Calendar): Period {
  if (unit === "total") return { key: "all", endsAt: null };
  const wall = wallTimeAt(timeZone, at);
  if (unit === "hour") return hourOf(wall, at, timeZone);
  const today = Math.floor(wall / dayMs) * dayMs;
  const date = new Date(today);
  if (unit === "month") {
    const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
    return { key: `m:${dateOf(today).slice(0, 7)}`, endsAt: momentOf(timeZone, next) };
  }
  if (unit === "day") return { key: `d:${dateOf(today)}`, endsAt: momentOf(timeZone, today + dayMs) };
  const first = today - ((date.getUTCDay() - weekdays.indexOf(weekStarts) + 7) % 7) * dayMs;
  return { key: `w:${dateOf(first)}`, endsAt: momentOf(timeZone, first + 7 * dayMs) };
}

function hourOf(wall: WallTime, at: number, timeZone: string): Period {
  const offset = wall - at;
  const full = at + hourMs - (((wall % hourMs) + hourMs) % hourMs);
  // Where clocks change within it, that ends it: the rest of the hour is another.
  const isOther = (moment: number) => zoneOffset(timeZone, moment) !== offset;
  const endsAt = isOther(full - 1) ? firstSince(at, full - 1, isOther) : full;
  return { key: `h:${new Date(wall).toISOString().slice(0, 13)}${sayOffset(offset)}`, endsAt };
}

const dateOf = (wall: WallTime) => new Date(wall).toISOString().slice(0, 10);

function sayOffset(offsetMs: number): string {
  const minutes = Math.abs(Math.round(offsetMs / 60_000));
  const two = (number: number) => String(number).padStart(2, "0");
  return `${offsetMs < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
