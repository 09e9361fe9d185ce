import { dayAfter, dayAt, isDay, whenClocksShow } from "./local-day.ts";

const units: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Where and when somebody reads a time. */
interface Clock {
  /** Milliseconds UTC. */
  now: () => number;
  /** An IANA name; undefined is the machine's own. */
  timeZone: string | undefined;
}

/** `30m`, `2h`, `7d` as milliseconds; null for anything else. */
export function readDuration(text: string): number | null {
  const [, count, unit = ""] = /^(\d{1,5})([smhdw])$/.exec(text.trim()) ?? [];
  const unitMs = units[unit];
  return unitMs === undefined ? null : Number(count) * unitMs;
}

const named: ReadonlyMap<string, number> = new Map([
  ["yesterday", -1],
  ["today", 0],
  ["tomorrow", 1],
]);

/** `today`, `yesterday`, `tomorrow` or a date as a day of the calendar, `2026-11-21`; null for anything else. */
export function readDate(text: string, { now, timeZone }: Clock): string | null {
  const word = text.trim().toLowerCase();
  const days = named.get(word);
  if (days !== undefined) return dayAfter(dayAt(now(), timeZone), days);
  return isDay(word) ? word : null;
}

/** From a day's first moment until the first of the next; milliseconds UTC. */
export interface Period {
  since: number;
  until: number;
}

/** A day as `readDate` reads it, from its beginning to the next day's in that zone. */
export function readDay(text: string, clock: Clock): Period | null {
  const day = readDate(text, clock);
  if (day === null) return null;
  const begins = (one: string) => whenClocksShow(one, "00:00:00", clock.timeZone);
  return { since: begins(day), until: begins(dayAfter(day, 1)) };
}

/**
 * A moment as people write it: `30m`, `2h`, `7d` (so long ago), `2026-11-21 14:00` (as clocks of that zone show it), or ISO 8601 with a
 * zone. Milliseconds UTC; null for anything else, a day alone too.
 */
export function readMoment(text: string, clock: Clock): number | null {
  const ago = readDuration(text);
  if (ago !== null) return clock.now() - ago;
  const [, date = "", time = "", zone] =
    /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)([Zz]|[+-]\d\d:?\d\d)?$/.exec(text.trim()) ??
    [];
  if (!isDay(date) || Number.isNaN(Date.parse(`${date}T${time}Z`))) return null;
  return zone === undefined
    ? whenClocksShow(date, time, clock.timeZone)
    : Date.parse(`${date}T${time}${zone.toUpperCase()}`);
}
