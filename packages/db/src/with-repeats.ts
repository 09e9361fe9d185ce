import { StorageTimeout } from "./run-batch.ts";
import { classifyStorageError, mayPass } from "./storage-error.ts";

/** How to wait for D1, and by chance how long. */
export interface Repeats {
  /** Resolves after so many ms. */
  wait: (ms: number) => Promise<void>;
  /** 0 ≤ x < 1. */
  random: () => number;
}

/** Pauses before a repeat; each by chance between half and one and a half of it. */
const pausesMs = [40, 120, 360];

/**
 * Asks D1 again, up to three times within about half a second, while it refuses because it is away or overloaded: most refusals
 * are over by then. Only for what may run twice, because D1 may have done what it says it refused: reads, a commit whose ids say
 * that it was made, whatever is fenced. Throws the last error; one of unknown outcome before one that says nothing was begun.
 */
export async function withRepeats<Result>(
  run: (isRepeat: boolean) => Promise<Result>,
  { wait, random }: Repeats,
): Promise<Result> {
  let unknown: unknown;
  for (let repeat = 0; ; repeat += 1) {
    try {
      return await run(repeat > 0);
    } catch (error) {
      if (!mayPass(error)) throw error;
      if (classifyStorageError(error) === "unavailable") unknown = error;
      const pauseMs = pausesMs[repeat];
      // Who waited twenty seconds in vain is not kept waiting for eighty.
      if (pauseMs === undefined || error instanceof StorageTimeout) throw unknown ?? error;
      await wait(Math.round(pauseMs * (0.5 + random())));
    }
  }
}
