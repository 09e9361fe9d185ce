/** First attempts of this isolate that wait for their answers. */
export interface Unanswered {
  /** Remembers requests to these destinations from `atMs` on, until the returned function is called. */
  begin: (destinationIds: Iterable<string>, atMs: number) => () => void;
  /** A request to it, begun before `nowMs` by more than an answer takes, has none yet. */
  has: (destinationId: string, nowMs: number) => boolean;
}

/** Most receivers have answered by then. */
const patienceMs = 100;

/**
 * One lead waits for a receiver that nobody knows to be slow yet; those behind it go by wake-ups, so that it never has all invocations
 * that store leads.
 */
export function createUnanswered(): Unanswered {
  const underWay = new Set<{ ids: ReadonlySet<string>; atMs: number }>();
  return {
    begin(destinationIds, atMs) {
      const one = { ids: new Set(destinationIds), atMs };
      underWay.add(one);
      return () => void underWay.delete(one);
    },
    has: (id, nowMs) => [...underWay].some(({ ids, atMs }) => ids.has(id) && nowMs - atMs > patienceMs),
  };
}
