import {
  mostHops,
  type ContinuedTask,
  type SweepContinuation,
} from "@leadrelay/contracts/sweep-continuation";

/** What one run of a sweep came to. */
export interface Swept {
  moved: number;
  /** Where the rest begins, "" for the sweep's beginning; null where nothing is left. */
  next: string | null;
}

/** By then the next minute's own sweep has begun again: a chain that went on would only move the same things beside it. */
const chainMs = 60_000;

/** Whether the chain that began then (ms) has had its minute. */
export const isChainOver = (begunAt: number, nowMs: number): boolean => nowMs - begunAt >= chainMs;

/**
 * What to ask for after a run, itself asked for by `before` (null: by the minute); null where nothing is. Only progress is continued: a
 * queue that refuses everything is asked again by the next minute.
 */
export function nextContinuation(
  task: ContinuedTask,
  { moved, next }: Swept,
  before: SweepContinuation | null,
  nowMs: number,
): SweepContinuation | null {
  const { hop, begun_at } = before ?? { hop: 0, begun_at: nowMs };
  if (moved === 0 || next === null || hop >= mostHops || isChainOver(begun_at, nowMs)) return null;
  return { v: 1, type: "sweep", task, from: next, hop: hop + 1, begun_at };
}
