import type { DestinationLimits } from "@leadrelay/contracts/destination-limits";
import { type CountOf, type Tallies } from "../tallies/tally.ts";
import { countedCaps, foldSource, heldPeriod, heldSubject } from "./limit-subjects.ts";
import { opensAt } from "./opening-hours.ts";

/** So many of those a destination holds may go now; `source` as in `Waiting`. */
export interface Opening {
  source: string | null;
  most: number;
}

/**
 * How many of those that a destination holds may go at a moment (ms UTC), beside what is on its way already: first those that wait for all of it,
 * then those of each source. None while it is closed, or full. @param sources that something is held for
 */
export function planOpening(
  { id, limits }: { id: string; limits: DestinationLimits },
  sources: readonly string[],
  { countOf, underWay, most, nowMs }: { countOf: CountOf; underWay: number; most: number; nowMs: number },
): Opening[] {
  if (opensAt(limits, nowMs) !== "now") return [];
  const caps = countedCaps({ id, limits }, countOf, nowMs);
  const roomOf = (source: string | null) =>
    caps
      .filter((cap) => (cap.source === null ? null : foldSource(cap.source)) === source)
      .reduce((room, { leads, count }) => Math.min(room, leads - count), Infinity);
  const left = Math.min(most, roomOf(null) - underWay);
  const openings: Opening[] = [];
  for (const source of [null, ...sources]) {
    const share = source === null ? left : Math.min(left, roomOf(source));
    if (share > 0) openings.push({ source, most: share });
    // What waits for all may be fewer than that: those of a source find out when they are claimed.
  }
  return openings;
}

/** The sources under which marks say that a destination holds something. */
export function heldSources(id: string, tallies: Tallies): string[] {
  const all = `${heldSubject(id, null)}:`;
  return [...tallies.keys()]
    .filter((key) => key.startsWith(all) && key.endsWith(` ${heldPeriod}`))
    .map((key) => key.slice(all.length, -heldPeriod.length - 1));
}
