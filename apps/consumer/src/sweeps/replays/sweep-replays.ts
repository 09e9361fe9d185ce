import { reasonOf } from "@leadrelay/contracts/reason-of";
import { continueReplays } from "@leadrelay/delivery/replay/continue-replays";
import type { ReplayDependencies } from "@leadrelay/delivery/replay/replay-dependencies";
import type { Dependencies } from "../../dependencies.ts";
import { sendBatchLimits } from "../../queues/send-in-batches.ts";
import { replayDependencies } from "../../replays/replay-dependencies.ts";
import { openBudget, type Budget } from "../budget.ts";

/** Goes on with replays whose next step nobody took. Throws at the end when one could not be asked about, naming each. */
export async function sweepReplays(dependencies: Dependencies, budget = openBudget()): Promise<number> {
  if (!budget.take(1)) return 0;
  const failures: string[] = [];
  const within = withinBudget(replayDependencies(dependencies), budget);
  const asked = await continueReplays(within, ({ id }, error) => {
    if (!(error instanceof OutOfBudget)) failures.push(`${id}: ${reasonOf(error)}`);
  });
  if (failures.length > 0) throw new Error(failures.join("; "));
  return asked;
}

class OutOfBudget extends Error {}

/** Each database of a plan is asked once; then the plan is finished, or its next steps are queued. */
function withinBudget(replays: ReplayDependencies, budget: Budget): ReplayDependencies {
  const pay = (calls: number) => {
    if (!budget.take(calls)) throw new OutOfBudget();
  };
  return {
    ...replays,
    leadDatabase: (name) => {
      if (budget.left < 2) throw new OutOfBudget();
      pay(1);
      return replays.leadDatabase(name);
    },
    queueSteps: async (steps, delaySeconds) => {
      pay(Math.max(1, Math.ceil(steps.length / sendBatchLimits.items)));
      await replays.queueSteps(steps, delaySeconds);
    },
  };
}
