/**
 * Of the 1 000 calls of KV that an invocation has (developers.cloudflare.com/workers/platform/limits): a hundred leads need five hundred at
 * most for their payloads, their clients' configurations, what is told of them, and to be spilled.
 */
const mostWrites = 400;
/** KV takes one write a second for a key (developers.cloudflare.com/kv/platform/limits). */
const leastBetweenMs = 1_000;

/** How often an invocation may still write to the memory of who was sent, and when it wrote which key. */
export interface MemoryCalls {
  left: number;
  writtenAt: Map<string, number>;
}

export const openMemoryCalls = (left: number = mostWrites): MemoryCalls => ({ left, writtenAt: new Map() });

/** Takes a write of this key, if there is one left and KV would take it. */
export function takeWrite(calls: MemoryCalls, key: string, nowMs: number): boolean {
  const last = calls.writtenAt.get(key) ?? Number.NEGATIVE_INFINITY;
  if (calls.left < 1 || nowMs - last < leastBetweenMs) return false;
  calls.left -= 1;
  calls.writtenAt.set(key, nowMs);
  return true;
}
