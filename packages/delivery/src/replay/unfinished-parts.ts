import type { ReplayPart } from "@leadrelay/contracts/replay";
import type { ReplayPlan } from "@leadrelay/db/replays/replay-plan";
import { replayProgress, type ReplayProgress } from "@leadrelay/db/replays/replay-progress";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { ReplayDependencies } from "./replay-dependencies.ts";

interface UnfinishedPart {
  part: ReplayPart;
  /** undefined before its first step. */
  progress: ReplayProgress | undefined;
}

/** What is left of a plan, as far as its databases answer. */
export interface Unfinished {
  parts: UnfinishedPart[];
  /** When the last send that was given a time has its turn, ms; 0 where none is known. */
  lastAt: number;
  /** Why a database did not say how far its parts are. */
  failures: unknown[];
}

/** The parts of a plan that are not done: one call to each database. */
export async function unfinishedParts(
  plan: ReplayPlan,
  { leadDatabase }: Pick<ReplayDependencies, "leadDatabase">,
): Promise<Unfinished> {
  const byDatabase = Map.groupBy(plan.parts, ({ database }) => database);
  const read = [...byDatabase].map(async ([database, parts]) => {
    const rows = await runOne(leadDatabase(database), replayProgress(pipelineScope, plan.id));
    const known = new Map(rows.map((row) => [row.client_id, row]));
    return parts.map((part) => ({ part, progress: known.get(part.client_id) }));
  });
  const answers = await Promise.allSettled(read);
  const parts = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
  return {
    lastAt: Math.max(0, ...parts.map(({ progress }) => progress?.next_step_at ?? 0)),
    parts: parts.filter(({ progress }) => (progress?.finished_at ?? null) === null),
    failures: answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason as unknown] : [])),
  };
}
