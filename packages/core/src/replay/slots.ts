/**
 * How far ahead of the clock sends are given their time: what a cancelled replay still sends, and what a receiver may get at once
 * after a crash.
 */
export const runAheadMs = 10_000;

/**
 * How many sends a step may reserve at a destination whose next free slot is at `nextSlotAt` (ms; 0: none was ever given out).
 * A second's worth at least, so that one replay cannot keep another from its turn.
 */
export function roomFor(perSecond: number, nextSlotAt: number, nowMs: number): number {
  const roomMs = nowMs + runAheadMs - Math.max(nowMs, nextSlotAt);
  return Math.max(Math.ceil(perSecond), Math.floor((roomMs * perSecond) / 1000));
}

/** How long so many sends take (ms). */
export const slotsMs = (sends: number, perSecond: number): number => Math.ceil((sends * 1000) / perSecond);

/** When the send with this index, from 0, has its turn (ms). */
export const slotAt = (firstAt: number, index: number, perSecond: number): number =>
  firstAt + Math.floor((index * 1000) / perSecond);
