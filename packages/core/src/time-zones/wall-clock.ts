import { zoneOffset } from "./zone-offset.ts";

/**
 * What a zone's clocks and calendars show, as if it were UTC: a number to do sums of days and hours with, and to read with `Date`'s UTC
 * methods. Not a moment: an hour that comes twice has the same twice.
 */
export type WallTime = number;

const dayMs = 86_400_000;

/** What clocks show at a moment (ms UTC). */
export const wallTimeAt = (timeZone: string, at: number): WallTime => at + zoneOffset(timeZone, at);

/**
 * The first moment (ms UTC) at which a zone's clocks show this or later. Of an hour that comes twice the first; of one that is left out the
 * moment at which clocks jump over it.
 */
export function momentOf(timeZone: string, wall: WallTime): number {
  // No zone changes its clocks twice within a day, or by more than that.
  const offsets = [zoneOffset(timeZone, wall - dayMs), zoneOffset(timeZone, wall + dayMs)] as const;
  const [earlier, later] = [wall - Math.max(...offsets), wall - Math.min(...offsets)];
  const showsIt = (at: number) => wallTimeAt(timeZone, at) === wall;
  if (showsIt(earlier)) return earlier;
  return showsIt(later) ? later : firstSince(earlier, later, (at) => wallTimeAt(timeZone, at) >= wall);
}

/** The first ms from which on something holds, between one at which it does not and one at which it does. */
export function firstSince(before: number, by: number, holds: (at: number) => boolean): number {
  let [not, yes] = [before, by];
  while (yes - not > 1) {
    const middle = Math.floor((not + yes) / 2);
    if (holds(middle)) yes = middle;
    else not = middle;
  }
  return yes;
}
