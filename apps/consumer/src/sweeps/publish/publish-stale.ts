import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { Budget } from "../budget.ts";

/** What is stale, a page at a time, and how one of it is published and settled. */
interface Publication<Stale> {
  /** The id at this place of their order, counted round; undefined where nothing is stale. */
  idAt: (place: number) => Promise<string | undefined>;
  page: (afterId: string, limit: number) => Promise<Stale[]>;
  idOf: (stale: Stale) => string;
  publish: (stale: Stale) => Promise<void>;
}

/** Of each kind a minute. */
const mostPublished = 50;
const mostFailures = 50;
const pageSize = 20;
/** To write one to KV, with what lets its callbacks in, and to settle it. */
const callsEach = 3;
/** Where to begin, a page, and all of it published. */
export const callsOfAPage = 1 + 1 + pageSize * callsEach;

/**
 * One that fails stays stale for the next minute and holds up none behind it: each minute begins fifty places on, and goes round, so
 * that all have their turn however many never succeed. Returns how many were published.
 */
export async function publishStale<Stale>(
  { idAt, page, idOf, publish }: Publication<Stale>,
  nowMs: number,
  budget: Budget,
): Promise<number> {
  if (!budget.take(1)) return 0;
  const beginAfter = await idAt(Math.floor(nowMs / 60_000) * mostFailures);
  if (beginAfter === undefined) return 0;
  let published = 0;
  let failed = 0;
  let afterId = beginAfter;
  let isRound = false;
  while (published < mostPublished && failed < mostFailures && budget.take(1)) {
    const found = await page(afterId, pageSize);
    const stale = isRound ? found.filter((one) => idOf(one) <= beginAfter) : found;
    for (const one of stale) {
      if (!budget.take(callsEach)) return published;
      afterId = idOf(one);
      try {
        await publish(one);
        published += 1;
      } catch (error) {
        failed += 1;
        logFailure(afterId, error);
      }
    }
    if (stale.length === pageSize) continue;
    if (isRound) break;
    isRound = true;
    afterId = "";
  }
  return published;
}

export const logFailure = (id: string, error: unknown): void =>
  logEvent("publish.failed", { id, error: reasonOf(error) });
