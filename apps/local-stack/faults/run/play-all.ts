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
      const one = await playFault(fault, options).catch((error: unknown) => unplayed(fault, error));
      played[index] = one;
      options.onPlayed?.(one);
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, lane));
  return played;
}

/** One that could not even be begun is as bad as one that broke, and keeps no other from being played. */
const unplayed = ({ name, about }: Fault, error: unknown): Played => ({
  name,
  about,
  seconds: 0,
  acknowledged: 0,
  stored: 0,
  delivered: 0,
  duplicates: 0,
  waiting: 0,
  letters: 0,
  cancelled: 0,
  lost: 0,
  extra: 0,
  problems: [`it could not be played: ${String(error)}`],
});
