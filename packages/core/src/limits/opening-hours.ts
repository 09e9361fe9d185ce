import { weekdays } from "@leadrelay/contracts/calendar";
import type { DestinationLimits } from "@leadrelay/contracts/destination-limits";
import { momentOf, wallTimeAt, type WallTime } from "../time-zones/wall-clock.ts";

type Hours = Pick<DestinationLimits, "time_zone" | "hours" | "holidays">;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Whoever has no day open in so long has none. */
const daysLookedAt = 370;

/**
 * When a destination that is closed at a moment (ms UTC) opens next; `now` where it is open, `never` where it does not open within a year. A
 * holiday is closed all day, and what would have begun on one does not go on into the next day.
 */
export function opensAt(limits: Hours, at: number): "now" | "never" | number {
  if (isOpen(limits, at)) return "now";
  const today = startOfDay(wallTimeAt(limits.time_zone, at));
  for (let day = today; day <= today + daysLookedAt * dayMs; day += dayMs) {
    const opening = beginsOn(limits, day)
      .map((begin) => momentOf(limits.time_zone, begin))
      // Clocks that jump over an opening time open later, or not at all.
      .find((moment) => moment > at && isOpen(limits, moment));
    if (opening !== undefined) return opening;
  }
  return "never";
}

/** When one that is full until a period's end takes leads again: it may be closed by then. null: not by itself. Times in ms UTC. */
export function fullUntil(limits: Hours, endsAt: number | null): number | null {
  if (endsAt === null) return null;
  const opening = opensAt(limits, endsAt);
  return opening === "now" ? endsAt : opening === "never" ? null : opening;
}

function isOpen(limits: Hours, at: number): boolean {
  const wall = wallTimeAt(limits.time_zone, at);
  const today = startOfDay(wall);
  if (isHoliday(limits, today)) return false;
  if (limits.hours === null) return true;
  const covers = (day: WallTime) =>
    openOn(limits, day).some(({ from, to }) => day + from <= wall && wall < day + to);
  return covers(today) || covers(today - dayMs);
}

/** When it may open on a day, the earliest first; midnight where it was open past it, or the day before was a holiday. */
const beginsOn = (limits: Hours, day: WallTime) =>
  [0, ...openOn(limits, day).map(({ from }) => from)].toSorted((a, b) => a - b).map((from) => day + from);

/** From when to when, ms after its midnight; what goes on into the next day ends behind its own. */
function openOn(limits: Hours, day: WallTime): { from: number; to: number }[] {
  if (isHoliday(limits, day)) return [];
  const weekday = weekdays[new Date(day).getUTCDay()] ?? "sunday";
  return (limits.hours?.[weekday] ?? []).map((times) => {
    const [from = 0, to = 0] = times.split("-").map(afterMidnight);
    return { from, to: to > from ? to : to + dayMs };
  });
}

function afterMidnight(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return (hours * 60 + minutes) * minuteMs;
}

const isHoliday = ({ holidays }: Hours, day: WallTime) =>
  holidays.includes(new Date(day).toISOString().slice(0, 10));

const startOfDay = (wall: WallTime) => Math.floor(wall / dayMs) * dayMs;
