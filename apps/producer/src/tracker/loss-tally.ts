import { logEvent } from "@leadrelay/contracts/log-event";
import type { WaitUntil } from "../intake/counts/intake-tally.ts";

/** Counts beacons that nobody kept. */
export interface LossTally {
  /** Never throws, and waits for nothing. */
  note: (reason: LossReason, waitUntil: WaitUntil) => void;
}

type LossReason = "form unknown" | "no queue" | "queue refused";

const gatherMs = 10_000;

/** One line of the log in ten seconds, whatever is lost: an outage must not be told once for each page that is open. */
export function createLossTally({ wait }: { wait: (ms: number) => Promise<unknown> }): LossTally {
  const counts = new Map<LossReason, number>();
  return {
    note(reason, waitUntil) {
      const isFirst = counts.size === 0;
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      if (isFirst) waitUntil(tell());
    },
  };

  async function tell(): Promise<void> {
    await wait(gatherMs);
    for (const [reason, beacons] of counts) logEvent("tracking.lost", { beacons, reason });
    counts.clear();
  }
}
