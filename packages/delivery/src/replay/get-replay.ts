import { replayFigures, type ReplayFigures } from "@leadrelay/core/replay/replay-figures";
import { findReplayPlan } from "@leadrelay/db/replays/find-replay-plans";
import type { ReplayPlan } from "@leadrelay/db/replays/replay-plan";
import { replayProgress } from "@leadrelay/db/replays/replay-progress";
import { undeliveredOfReplay } from "@leadrelay/db/replays/undelivered-of-replay";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { ReplayDependencies } from "./replay-dependencies.ts";

export interface ReplayStanding {
  plan: ReplayPlan;
  figures: ReplayFigures;
}

/** A plan and where it stands now; undefined where there is none within the scope. */
export async function getReplay(
  scope: OperatorScope,
  planId: string,
  { control, leadDatabase }: Pick<ReplayDependencies, "control" | "leadDatabase">,
): Promise<ReplayStanding | undefined> {
  const plan = await runOne(control, findReplayPlan(scope, planId));
  return plan && { plan, figures: await figuresOf(scope, plan, leadDatabase) };
}

/** One transaction in each database, so that what a step does is in both or in none. */
async function figuresOf(
  scope: OperatorScope,
  plan: ReplayPlan,
  leadDatabase: (binding: string) => D1Database,
): Promise<ReplayFigures> {
  const databases = plan.applied_at === null ? [] : new Set(plan.parts.map(({ database }) => database));
  const read = await Promise.all(
    [...databases].map((database) =>
      runBatch(leadDatabase(database), [replayProgress(scope, plan.id), undeliveredOfReplay(scope, plan.id)]),
    ),
  );
  const progress = read.flatMap(([parts]) => parts);
  const undelivered = read.flatMap(([, counts]) => counts);
  return replayFigures(plan.summary.count, progress, undelivered);
}
