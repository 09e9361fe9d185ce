const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

/** About how long: `10 seconds`, `3 hours`. @param ms milliseconds */
export function durationWords(ms: number): string {
  const [unit, size] = units.find(([, length]) => ms >= 2 * length) ?? ["second", 1_000];
  const count = Math.max(1, Math.round(ms / size));
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
