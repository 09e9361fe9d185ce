import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { ContinuedTask, SweepContinuation } from "@leadrelay/contracts/sweep-continuation";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import { nextContinuation } from "@leadrelay/core/sweeps/next-continuation";
import type { Dependencies } from "../dependencies.ts";
import type { Budget } from "./budget.ts";
import { continuedSweeps } from "./continued-sweeps.ts";

const sendTimeLimitMs = 3_000;

/**
 * Runs one sweep and, where it leaves more, asks for its continuation: one call beside the budget. Throws what the sweep throws; then
 * nothing is asked for. Returns how many things it moved.
 * @param before what asked for this run; null: the minute
 */
export async function sweepOn(
  task: ContinuedTask,
  before: SweepContinuation | null,
  dependencies: Dependencies,
  budget: Budget,
): Promise<number> {
  const swept = await continuedSweeps[task](dependencies, budget, before?.from ?? "");
  const next = nextContinuation(task, swept, before, dependencies.now());
  if (next !== null) await ask(next, dependencies);
  return swept.moved;
}

/** Never throws: the next minute goes on. */
async function ask(next: SweepContinuation, { deliveriesQueue }: Dependencies): Promise<void> {
  try {
    await withTimeLimit(sendTimeLimitMs, deliveriesQueue.send(next));
  } catch (error) {
    logEvent("sweep.continuation_failed", { sweep: next.task, hop: next.hop, error: reasonOf(error) });
  }
}
