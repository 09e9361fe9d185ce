const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A time span in words, in the unit people would use: `4 seconds`, `30 minutes`, `24 hours`, `2.5 days`. Negative ones count as positive. */
export function sayDuration(ms: number): string {
  const span = Math.abs(ms);
  if (span < secondMs) return "less than a second";
  if (span < minuteMs) return say(span / secondMs, "second");
  if (span < 2 * hourMs) return say(span / minuteMs, "minute");
  if (span < 2 * dayMs) return say(span / hourMs, "hour");
  return say(span / dayMs, "day");
}

function say(amount: number, unit: string): string {
  const rounded = amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount);
  return `${rounded} ${unit}${rounded === 1 ? "" : "s"}`;
}
