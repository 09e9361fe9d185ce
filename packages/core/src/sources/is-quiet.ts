const dayMs = 24 * 3_600_000;
/** So many times its usual gap a source may be silent. */
const patience = 4;
/** Fewer leads than these tell of no usual gap. */
const leastLeads = 3;

/**
 * Whether a source has gone quiet: nothing for more than a day, and for longer than four of the gaps that usually lie between its leads.
 * @param times of its newest leads, ms UTC, newest first; of fewer than three nothing is said
 */
export function isQuiet(times: readonly number[], nowMs: number): boolean {
  if (times.length < leastLeads) return false;
  const [newest = nowMs] = times;
  const oldest = times.at(-1) ?? nowMs;
  const usualGapMs = (newest - oldest) / (times.length - 1);
  return nowMs - newest > Math.max(dayMs, patience * usualGapMs);
}
