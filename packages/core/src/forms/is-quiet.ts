const dayMs = 86_400_000;
const fewest = 5;
/** So many times its usual pause without a post is no chance any more; a weekend is no reason to be told of. */
const pauses = 5;
const leastMs = 3 * dayMs;

/**
 * Whether a form that took posts takes none any more: for five times as long as they usually are apart, and three days at least. One that
 * never took many cannot be told.
 * @param taken how many it took in the `days` days before `nowMs`
 * @param lastAt when it took the last of them, ms UTC
 */
export function isQuiet(
  { taken, days, lastAt }: { taken: number; days: number; lastAt: number | null },
  nowMs: number,
): boolean {
  if (taken < fewest || lastAt === null) return false;
  const usualMs = Math.max(0, days * dayMs - (nowMs - lastAt)) / taken;
  return nowMs - lastAt > Math.max(leastMs, pauses * usualMs);
}
