const steps = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

interface Clock {
  /** Milliseconds UTC. */
  now: () => number;
  timeZone: string | undefined;
}

/** `2026-11-21 14:03:07 (5 minutes ago)` in the reader's own time; null stays null. @param at ms UTC or ISO 8601 */
export function localTime(at: number | string | null, { now, timeZone }: Clock): string | null {
  if (at === null) return null;
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return String(at);
  const format = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium", timeZone });
  return `${format.format(date)} (${ago(date.getTime() - now())})`;
}

function ago(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const [unit, length] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
  return relative.format(Math.trunc(seconds / length), unit);
}
