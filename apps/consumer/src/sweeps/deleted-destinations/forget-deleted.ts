import { restorableForMs } from "@leadrelay/core/forms/form-deletion";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import {
  destinationsToForget,
  forgetAnswerShapes,
  forgetCounts,
  forgetDestinations,
  type DeletedDestination,
} from "@leadrelay/db/destinations/deleted-destinations";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../../dependencies.ts";
import { openBudget } from "../budget.ts";

/** By then tries that were under way have ended, and what waited is cancelled: nobody writes of it any more. */
const keptMs = 24 * 3_600_000;
/** Destinations a minute, each with at most fifty shapes of answers. */
const forgottenAtOnce = 20;
/** Counts of each database and minute. */
const countsAtOnce = 1_000;

type Reached = Pick<Dependencies, "control" | "leadDatabase" | "now">;

/**
 * Forgets what is kept of destinations that were deleted, but for their rows, deliveries and history; of those of a client that may be restored
 * once it may not, or their caps would begin anew. Left over, the next minute goes on.
 */
export async function forgetDeletedDestinations(
  dependencies: Reached,
  budget = openBudget(),
): Promise<number> {
  const { control, now } = dependencies;
  if (!budget.take(1)) return 0;
  const until = { deletedBy: now() - keptMs, restorableBy: now() - restorableForMs };
  const deleted = await runOne(control, destinationsToForget(pipelineScope, until, forgottenAtOnce));
  const done: DeletedDestination[] = [];
  const failures: string[] = [];
  for (const [database, theirs] of Map.groupBy(deleted, (one) => one.database)) {
    if (!budget.take(1)) break;
    try {
      if (await forgetIn(database, theirs, dependencies)) done.push(...theirs);
    } catch (error) {
      failures.push(`${database}: ${reasonOf(error)}`);
    }
  }
  if (done.length > 0 && budget.take(1))
    await runBatch(control, forgetDestinations(pipelineScope, done, now()));
  if (failures.length > 0) throw new Error(failures.join("; "));
  return done.length;
}

/** Whether nothing of it is left in their lead database. */
async function forgetIn(
  database: string,
  destinations: readonly DeletedDestination[],
  { leadDatabase }: Reached,
): Promise<boolean> {
  const [, counts] = await runBatch(leadDatabase(database), [
    forgetAnswerShapes(pipelineScope, destinations),
    forgetCounts(pipelineScope, destinations, countsAtOnce),
  ]);
  return counts < countsAtOnce;
}
