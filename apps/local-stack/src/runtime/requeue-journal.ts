import { setTimeout as wait } from "node:timers/promises";
import type { Workers } from "./workers.ts";

interface Asked {
  /** Entries last written before, ms UTC: a moment that is surely not earlier than the end of the queue that had them. */
  before: number;
  /** Whose they are, as it is said: `of the last run`. */
  whose: string;
  /** The stack ends: nothing is tried again. */
  isOver: () => boolean;
}

const firstPauseMs = 500;
const longestPauseMs = 30_000;

/**
 * Queues again what was acknowledged and not committed when a queue ended, which is only in memory. A journal that does not answer is
 * asked again after half a second, one, two … 30 s: until it has, leads would wait for the sweep's ten minutes.
 */
export async function requeueJournal(
  miniflare: Workers,
  { before, whose, isOver }: Asked,
  pause: (ms: number) => Promise<unknown> = wait,
): Promise<void> {
  for (let tries = 0; !isOver(); tries += 1) {
    try {
      const journal = await miniflare.getWorker("journal");
      const answer = await journal.fetch(`http://journal/requeue?before=${before}`, { method: "POST" });
      const { requeued } = (await answer.json()) as { requeued: number };
      if (requeued > 0) console.log(`Queued again from the journal: ${requeued} leads ${whose}.`);
      return;
    } catch (error) {
      if (isOver()) return;
      const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** tries);
      console.error(
        `The journal's leads ${whose} could not be queued again; next try in ${pauseMs / 1_000} s:`,
        error,
      );
      await pause(pauseMs);
    }
  }
}
