import { runningReplayPlans } from "@leadrelay/db/replays/find-replay-plans";
import type { ReplayPlan } from "@leadrelay/db/replays/replay-plan";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { finishReplay } from "./finish-replay.ts";
import type { ReplayDependencies } from "./replay-dependencies.ts";
import { stepOf } from "./take-replay-step.ts";

/** More replays than this are not under way at once; those behind them wait. */
const mostPlans = 50;

/**
 * Asks again for every step whose time has come: its message may be lost. A doubled one does no harm. Returns how many it asked for.
 * @param onFailure a plan, or a database of it, that cannot be read keeps back no other
 */
export async function continueReplays(
  dependencies: ReplayDependencies,
  onFailure: (plan: ReplayPlan, error: unknown) => void,
): Promise<number> {
  const plans = await runOne(dependencies.control, runningReplayPlans(pipelineScope, mostPlans));
  let asked = 0;
  for (const plan of plans)
    try {
      const { steps, failures } = await continueReplay(plan, dependencies);
      asked += steps;
      for (const failure of failures) onFailure(plan, failure);
    } catch (error) {
      onFailure(plan, error);
    }
  return asked;
}

async function continueReplay(plan: ReplayPlan, dependencies: ReplayDependencies) {
  const { parts, failures } = await finishReplay(plan, dependencies);
  const nowMs = dependencies.now();
  const due = parts.filter(({ progress }) => (progress?.next_step_at ?? 0) <= nowMs);
  const steps = due.map(({ part, progress }) => stepOf(plan, part, progress?.steps ?? 0));
  await dependencies.queueSteps(steps, 0);
  return { steps: steps.length, failures };
}
