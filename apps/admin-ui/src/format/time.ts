import { times } from "../texts/times.ts";

/** A zone that this browser knows; undefined, its own, for any other. */
const known = (zone: string | undefined): string | undefined => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
};

/** "30 Nov, 12:53 pm" in the reader's language, by the clocks of a zone (undefined: the reader's); the year only where it is another one. */
export function shortTime(
  ms: number,
  { zone, now = Date.now() }: { zone?: string | undefined; now?: number } = {},
): string {
  const timeZone = known(zone);
  const year = (at: number) => new Intl.DateTimeFormat("en", { year: "numeric", timeZone }).format(at);
  return new Intl.DateTimeFormat(undefined, {
    day: "numeric",
    month: "short",
    ...(year(ms) === year(now) ? {} : { year: "numeric" }),
    hour: "numeric",
    minute: "2-digit",
    timeZone,
  }).format(ms);
}

/** The exact instant, with its zone, the reader's own time where that is another, and UTC; for whoever hovers. */
export function exactTime(ms: number, zone?: string): string {
  const tell = (timeZone: string | undefined) =>
    new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long", timeZone }).format(ms);
  const [there, here] = [tell(known(zone)), tell(undefined)];
  return [there, ...(there === here ? [] : [times.yours(here)]), new Date(ms).toISOString()].join(" · ");
}

const steps: readonly [unit: Intl.RelativeTimeFormatUnit, ms: number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** "in 4 minutes", "2 days ago"; "now" within a minute. */
export function relativeTime(ms: number, now = Date.now()): string {
  const away = ms - now;
  const [unit, size] = steps.find(([, step]) => Math.abs(away) >= step) ?? ["second", Infinity];
  return new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(
    size === Infinity ? 0 : Math.trunc(away / size),
    unit,
  );
}

/** A span as people say it: "340 ms", "4.2 s", "3 min", "5 h". */
export function span(ms: number): string {
  const { units } = times;
  if (ms < 1_000) return `${Math.round(ms)} ${units.ms}`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} ${units.seconds}`;
  if (ms < 3_600_000) return `${Math.round(ms / 60_000)} ${units.minutes}`;
  return `${Math.round(ms / 3_600_000)} ${units.hours}`;
}

/** What is left until then: "in 0:07", "in 1:04:30"; "now" once it is. */
export function countdown(ms: number, now: number): string {
  const left = Math.ceil((ms - now) / 1_000);
  if (left <= 0) return times.now;
  const [hours, minutes, seconds] = [Math.floor(left / 3_600), Math.floor(left / 60) % 60, left % 60];
  const two = (part: number) => String(part).padStart(2, "0");
  return times.in(hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`);
}
