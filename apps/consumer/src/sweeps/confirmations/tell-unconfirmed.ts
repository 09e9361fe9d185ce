import { planUnconfirmed } from "@leadrelay/core/confirmation/plan-unconfirmed";
import { overdueDeliveries, settleOverdue } from "@leadrelay/db/confirmations/overdue-deliveries";
import { destinationsByIds } from "@leadrelay/db/destinations/destinations-by-ids";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { raiseSignals } from "@leadrelay/db/signals/raise-signals";
import { classifyStorageError } from "@leadrelay/db/storage-error";
import type { Dependencies } from "../../dependencies.ts";
import { openBudget } from "../budget.ts";
import { eachDatabase } from "../each-database.ts";

/** Of each database at once; left over, the same minute goes on, as often as this, and then the next. */
const judgedAtOnce = 200;
const mostRounds = 5;
/** What is due, of which destinations, and what is written. */
const callsOfRound = 3;

type Sweep = Pick<Dependencies, "control" | "leadDatabase" | "leadDatabaseNames" | "now">;

/**
 * Tells of what receivers took and did not confirm in their time. Where nothing is waited for one look at an empty index; what another sweep, or a
 * callback, changes meanwhile is left to the next minute.
 */
export const tellUnconfirmed = (dependencies: Sweep, budget = openBudget()): Promise<number> =>
  eachDatabase(dependencies, async (database) => {
    let judged = 0;
    for (let round = 0; round < mostRounds; round += 1) {
      const found = budget.take(callsOfRound) ? await judgeIn(database, dependencies) : 0;
      judged += found;
      if (found < judgedAtOnce) break;
    }
    return judged;
  });

async function judgeIn(database: string, { control, leadDatabase, now }: Sweep): Promise<number> {
  const d1 = leadDatabase(database);
  const nowMs = now();
  const overdue = await runOne(d1, overdueDeliveries(pipelineScope, nowMs, judgedAtOnce));
  if (overdue.length === 0) return 0;
  const ids = [...new Set(overdue.map(({ destination_id }) => destination_id))];
  const destinations = await runOne(control, destinationsByIds(pipelineScope, ids));
  const rules = new Map(destinations.filter(({ deleted }) => !deleted).map(({ id, after }) => [id, after]));
  const plan = planUnconfirmed(overdue, (id) => rules.get(id), nowMs);
  try {
    await runBatch(d1, [
      ...settleOverdue(pipelineScope, plan, nowMs),
      ...raiseSignals(pipelineScope, plan.signals),
    ]);
    return overdue.length;
  } catch (error) {
    if (classifyStorageError(error) === "conflict") return 0;
    throw error;
  }
}
