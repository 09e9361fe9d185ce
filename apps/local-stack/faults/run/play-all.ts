import type { Fault } from "./fault.ts";
import { playFault, type Played } from "./play-fault.ts";

interface Options {
  seed: number;
  /** What a fault with a share of 1 posts. */
  leads: number;
  atOnce: number;
  /** As short as it can be, for `npm test`. */
  short?: boolean;
  /** Called as each is over. */
  onPlayed?(played: Played): void;
}

/** Plays them all, so many at once; in their order, whichever ends first. */
export async function playAll(faults: readonly Fault[], options: Options): Promise<Played[]> {
  const played: Played[] = [];
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < faults.length; index = next++) {
      const fault = faults[index];
      if (fault === undefined) return;
      const one = await playFault(fault, options);
      played[index] = one;
      options.onPlayed?.(one);
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, lane));
  return played;
}
