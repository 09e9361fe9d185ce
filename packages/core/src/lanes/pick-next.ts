/** A Worker may hold six connections at once (developers.cloudflare.com/workers/platform/limits). */
export const laneCount = 6;

/** What one destination may hold while others wait. */
const fairShare = 2;

/**
 * Which waiting send a free lane takes next, as an index into `waiting`; null when nothing waits.
 * First come first served among destinations with fewer than two sends under way. When there is none left, the one with the
 * fewest: a slow receiver takes a third lane only from nobody, and no lane stands idle, which the lease counts on.
 * @param waiting destination ids in order of arrival
 * @param underWay sends in flight by destination id
 */
export function pickNext(waiting: readonly string[], underWay: ReadonlyMap<string, number>): number | null {
  const loads = waiting.map((destination) => underWay.get(destination) ?? 0);
  const fair = loads.findIndex((load) => load < fairShare);
  if (fair !== -1) return fair;
  return loads.length === 0 ? null : loads.indexOf(Math.min(...loads));
}
