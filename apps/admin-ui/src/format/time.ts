/** "30 Nov, 12:53 pm" in the reader's language and zone; the year only where it is another one. */
export function shortTime(ms: number, now = Date.now()): string {
  const isThisYear = new Date(ms).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(undefined, {
    day: "numeric",
    month: "short",
    ...(isThisYear ? {} : { year: "numeric" }),
    hour: "numeric",
    minute: "2-digit",
  }).format(ms);
}

/** The exact instant, with its zone, for whoever hovers. */
export const exactTime = (ms: number): string =>
  `${new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" }).format(ms)} · ${new Date(ms).toISOString()}`;

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
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  if (ms < 3_600_000) return `${Math.round(ms / 60_000)} min`;
  return `${Math.round(ms / 3_600_000)} h`;
}
