import { weekdays } from "@leadrelay/contracts/calendar";
import { wallTimeAt } from "../time-zones/wall-clock.ts";
import { zoneName } from "../time-zones/zone-name.ts";

const dayMs = 86_400_000;
const months = [
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
];

/** A moment (ms UTC) that is to come as clocks of a zone show it: `18:00 IST` of today, `Monday 09:00 IST` of this week, else with its date. */
export function sayMoment(at: number, timeZone: string, nowMs: number): string {
  const wall = new Date(wallTimeAt(timeZone, at));
  const days = Math.floor(wall.getTime() / dayMs) - Math.floor(wallTimeAt(timeZone, nowMs) / dayMs);
  const clock = `${wall.toISOString().slice(11, 16)} ${zoneName(timeZone, at)}`;
  if (days === 0) return clock;
  const weekday = weekdays[wall.getUTCDay()] ?? "";
  const date = `${wall.getUTCDate()} ${months[wall.getUTCMonth()]}`;
  if (days > 0 && days < 7) return `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} ${clock}`;
  return Math.abs(days) < 300 ? `${date} ${clock}` : `${date} ${wall.getUTCFullYear()} ${clock}`;
}
