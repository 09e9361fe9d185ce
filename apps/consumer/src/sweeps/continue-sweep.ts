import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { SweepContinuation } from "@leadrelay/contracts/sweep-continuation";
import { isChainOver } from "@leadrelay/core/sweeps/next-continuation";
import type { Dependencies } from "../dependencies.ts";
import { mostCalls, openBudget } from "./budget.ts";
import { sweepOn } from "./sweep-on.ts";

/** For asking for the next, and to be on the safe side. */
const reservedForAsking = 30;

/** Goes on with one sweep, with a whole invocation's calls. Never throws: what fails is the next minute's, as is what comes too late. */
export async function continueSweep(message: SweepContinuation, dependencies: Dependencies): Promise<void> {
  const { task: sweep, hop, begun_at } = message;
  if (isChainOver(begun_at, dependencies.now())) return;
  try {
    const moved = await sweepOn(sweep, message, dependencies, openBudget(mostCalls - reservedForAsking));
    if (moved > 0) logEvent("sweep.finished", { sweep, hop, moved });
  } catch (error) {
    logEvent("sweep.failed", { sweep, hop, error: reasonOf(error) });
  }
}
