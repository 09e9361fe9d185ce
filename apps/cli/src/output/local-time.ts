/** A unit, its seconds, and those of the next smaller one: what rounds up to a unit is told in it. */
const steps = [
  ["day", 86_400, 3_600],
  ["hour", 3_600, 60],
  ["minute", 60, 1],
] as const;
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

interface Clock {
  /** Milliseconds UTC. */
  now: () => number;
  timeZone: string | undefined;
}

/** `2026-11-21 14:03:07` in the reader's own time. @param at ms UTC or ISO 8601 */
export function clockTime(at: number | string, { timeZone }: Pick<Clock, "timeZone">): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return String(at);
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium", timeZone }).format(date);
}

/** `2026-11-21 14:03:07 (5 minutes ago)`; null stays null. */
export function localTime(at: number | string | null, clock: Clock): string | null {
  if (at === null) return null;
  const difference = new Date(at).getTime() - clock.now();
  const time = clockTime(at, clock);
  return Number.isNaN(difference) ? time : `${time} (${ago(difference)})`;
}

function ago(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const [unit, length] =
    steps.find(([, size, smaller]) => Math.abs(seconds) >= size - smaller / 2) ?? (["second", 1] as const);
  return relative.format(Math.round(seconds / length), unit);
}
