/** An IANA name; undefined is the machine's own. */
type TimeZone = string | undefined;

const dayMs = 86_400_000;

/** `2026-11-21`, as a clock in the zone tells it. @param at ms UTC */
export const dayAt = (at: number, timeZone: TimeZone): string => wallClock(at, timeZone).slice(0, 10);

/** The day so many days later, or earlier. @param day `2026-11-21` */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** Whether the calendar has this day: not 30 February. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && dayAfter(text, 0) === text;
}

/**
 * When the zone's clocks show this, ms UTC. Of a time they show twice the first; of one they skip the moment they go on at, so that a day
 * without a midnight begins when it begins.
 */
export function whenClocksShow(day: string, time: string, timeZone: TimeZone): number {
  const shown = Date.parse(`${day}T${time}Z`);
  const before = shown - offsetMs(shown - dayMs, timeZone);
  const after = shown - offsetMs(shown + dayMs, timeZone);
  const fits = [before, after].filter((at) => at + offsetMs(at, timeZone) === shown);
  return fits.length === 0 ? Math.max(before, after) : Math.min(...fits);
}

const offsetMs = (at: number, timeZone: TimeZone): number =>
  Date.parse(`${wallClock(at, timeZone).replace(" ", "T")}Z`) - Math.floor(at / 1_000) * 1_000;

/** `2026-11-21 14:03:07`. */
const wallClock = (at: number, timeZone: TimeZone): string =>
  new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium", timeZone }).format(at);

/** What the zone is called, such as Asia/Kolkata. */
export const zoneName = (timeZone: TimeZone): string =>
  timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
