import type { ReplayPlan } from "@leadrelay/db/replays/replay-plan";
import { finishReplayPlan } from "@leadrelay/db/replays/write-replay-plan";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { ReplayDependencies } from "./replay-dependencies.ts";
import { unfinishedParts, type Unfinished } from "./unfinished-parts.ts";

/** Marks a plan done once every part says that it is, as of its last send, which may be some seconds ahead; returns what is left. */
export async function finishReplay(
  plan: ReplayPlan,
  dependencies: Pick<ReplayDependencies, "control" | "leadDatabase" | "now">,
): Promise<Unfinished> {
  const unfinished = await unfinishedParts(plan, dependencies);
  if (unfinished.parts.length === 0 && unfinished.failures.length === 0) {
    const doneAt = Math.max(dependencies.now(), unfinished.lastAt);
    await runOne(dependencies.control, finishReplayPlan(pipelineScope, plan.id, doneAt));
  }
  return unfinished;
}
