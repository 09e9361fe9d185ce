import type { ReplayPart } from "@leadrelay/contracts/replay";
import type { ReplayPlan } from "@leadrelay/db/replays/replay-plan";
import { replayProgress, type ReplayProgress } from "@leadrelay/db/replays/replay-progress";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { ReplayDependencies } from "./replay-dependencies.ts";

export interface UnfinishedPart {
  part: ReplayPart;
  /** undefined before its first step. */
  progress: ReplayProgress | undefined;
}

/** The parts of a plan that are not done: one call to each database. */
export async function unfinishedParts(
  plan: ReplayPlan,
  { leadDatabase }: Pick<ReplayDependencies, "leadDatabase">,
): Promise<UnfinishedPart[]> {
  const byDatabase = Map.groupBy(plan.parts, ({ database }) => database);
  const read = [...byDatabase].map(async ([database, parts]) => {
    const [rows] = await runBatch(leadDatabase(database), [replayProgress(pipelineScope, plan.id)]);
    const known = new Map(rows.map((row) => [row.client_id, row]));
    return parts.map((part) => ({ part, progress: known.get(part.client_id) }));
  });
  const parts = (await Promise.all(read)).flat();
  return parts.filter(({ progress }) => (progress?.finished_at ?? null) === null);
}
