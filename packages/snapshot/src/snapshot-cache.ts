/** How long a snapshot is used before KV is asked again. */
export const freshForMs = 30_000;
/** What was just published should not be missing for long. */
export const absentForMs = 5_000;
/** While KV fails what is known is not asked for again at every request. */
export const staleRetryAfterMs = 5_000;
/** The network chooses the keys, so what is remembered is bounded. */
const mostKept = 2_000;

/** `absent`: KV is healthy and has none. `unavailable`: KV cannot tell. */
export type SnapshotLookup<Kept> =
  | { kind: "found"; kept: Kept }
  | { kind: "absent" }
  | { kind: "unavailable"; reason: string };

export interface SnapshotCache<Kept> {
  /** Never throws; takes at most as long as one reading. */
  lookUp(key: string): Promise<SnapshotLookup<Kept>>;
}

interface Entry<Kept> {
  answer: SnapshotLookup<Kept>;
  /** Milliseconds UTC. */
  askAgainAt: number;
}

/** The isolate's memory of snapshots: fresh for 30 s, served stale when KV fails. */
export function createSnapshotCache<Kept>({
  read,
  now,
}: {
  /** Must not throw. */
  read: (key: string) => Promise<SnapshotLookup<Kept>>;
  now: () => number;
}): SnapshotCache<Kept> {
  const entries = new Map<string, Entry<Kept>>();

  const keep = (key: string, answer: SnapshotLookup<Kept>, forMs: number) => {
    if (entries.size >= mostKept && !entries.has(key)) forgetOldest(entries);
    entries.set(key, { answer, askAgainAt: now() + forMs });
    return answer;
  };

  const settle = (key: string, reading: SnapshotLookup<Kept>): SnapshotLookup<Kept> => {
    if (reading.kind === "found") return keep(key, reading, freshForMs);
    if (reading.kind === "absent") return keep(key, reading, absentForMs);
    const known = entries.get(key)?.answer;
    return known?.kind === "found" ? keep(key, known, staleRetryAfterMs) : reading;
  };

  return {
    async lookUp(key) {
      const entry = entries.get(key);
      if (entry !== undefined && now() < entry.askAgainAt) return entry.answer;
      return settle(key, await read(key));
    },
  };
}

/** A Map lists its keys in the order they came. What is absent goes first: it is what a stranger can make us remember. */
function forgetOldest<Kept>(entries: Map<string, Entry<Kept>>): void {
  for (const [key, { answer }] of entries) {
    if (answer.kind === "absent") {
      entries.delete(key);
      return;
    }
  }
  const [oldest] = entries.keys();
  if (oldest !== undefined) entries.delete(oldest);
}
