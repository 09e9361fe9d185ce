/** Waits between tries in ms: `[1000, 2000]` means three tries. */
export type RetrySchedule = readonly number[];

/** Quick retries for a hiccup, then longer and longer ones: about 17.6 hours in ten tries. */
export const defaultSchedule = "1s,2s,4s,1m,5m,30m,2h,5h,10h";

/** Three retries at 1 s, 2 s and 4 s, and no more. */
const quickSchedule = "1s,2s,4s";

const unitsMs: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000 };
const longestWaitMs = 24 * 3_600_000;
const mostWaits = 20;

/**
 * Reads `default`, `quick`, or waits such as `1s,30s,5m,2h`.
 * @throws Error naming the part that is wrong: a wait is a whole number and s, m or h, at most 24h; 1 to 20 of them.
 */
export function parseSchedule(text: string): RetrySchedule {
  const spelled = text === "default" ? defaultSchedule : text === "quick" ? quickSchedule : text;
  const waits = spelled.split(",").map((part) => parseWait(part.trim()));
  if (waits.length > mostWaits) throw new Error(`at most ${mostWaits} waits, not ${waits.length}`);
  return waits;
}

function parseWait(part: string): number {
  const match = /^(\d{1,5})([smh])$/.exec(part);
  const waitMs = match ? Number(match[1]) * (unitsMs[match[2] ?? ""] ?? 0) : 0;
  if (waitMs < 1000 || waitMs > longestWaitMs)
    throw new Error(`"${part}" is not a wait: write 1s to 24h, such as "30s", "5m" or "2h"`);
  return waitMs;
}
