import {
  exchangesRemovedUntil,
  forgetLate,
  moveRemovedUntil,
  removeExchanges,
  removeLateExchanges,
} from "@leadrelay/db/exchanges/remove-exchanges";
import { lateAfterMs } from "@leadrelay/db/exchanges/late-exchanges";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../../dependencies.ts";
import { openBudget } from "../budget.ts";
import { eachDatabase } from "../each-database.ts";

/** Of deliveries' time: what is removed at once, until few were found in so much. */
const shortestWindowMs = 10 * 60_000;
const few = 1_000;
const mostRounds = 6;
const lateAtOnce = 1_000;

type Sweep = Pick<Dependencies, "leadDatabase" | "leadDatabaseNames" | "now" | "config">;

/**
 * Removes what tries sent and were answered once it was kept for its time, in the order of their deliveries: those are found by their index, a window
 * of time at once, and nothing is looked at twice. An idle minute reads one row of each database.
 */
export const removeOldExchanges = (dependencies: Sweep, budget = openBudget()): Promise<number> =>
  eachDatabase(dependencies, async (database) => {
    if (!budget.take(1)) return 0;
    const d1 = dependencies.leadDatabase(database);
    const kept = dependencies.now() - dependencies.config.exchangesKeptMs;
    // A try is at most so far behind its delivery, unless it is written down.
    const due = kept - lateAfterMs;
    let [from = due] = await runOne(d1, exchangesRemovedUntil(pipelineScope));
    let windowMs = shortestWindowMs;
    let removed = 0;
    for (let round = 0; round < mostRounds && from + shortestWindowMs <= due && budget.take(1); round += 1) {
      const until = Math.min(from + windowMs, due);
      const [found, late] = await runBatch(d1, [
        removeExchanges(pipelineScope, { from, until }),
        removeLateExchanges(pipelineScope, kept, lateAtOnce),
        forgetLate(pipelineScope, kept, lateAtOnce),
        moveRemovedUntil(pipelineScope, until),
      ]);
      removed += found + late;
      from = until;
      if (found < few) windowMs *= 4;
    }
    return removed;
  });
