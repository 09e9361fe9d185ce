import type { ReplayPart } from "@leadrelay/contracts/replay";
import type { ReplayStep } from "@leadrelay/contracts/replay-step";
import { advanceReplay, type ReplayAdvance } from "@leadrelay/db/replays/advance-replay";
import { findReplayPlan } from "@leadrelay/db/replays/find-replay-plans";
import type { ReplayPlan } from "@leadrelay/db/replays/replay-plan";
import { partProgress, type ReplayProgress } from "@leadrelay/db/replays/replay-progress";
import { runBatch, runBoth } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { classifyStorageError } from "@leadrelay/db/storage-error";
import { wakeupKey, type DueAgain } from "../due-again.ts";
import { finishReplay } from "./finish-replay.ts";
import { prepareRelease } from "../release/prepare-release.ts";
import { prepareStep } from "./prepare-step.ts";
import type { ReplayDependencies } from "./replay-dependencies.ts";

/**
 * `void`: the plan does not run, or that step was taken · `lost`: another was taken at the same moment · `stepped` · `finished`: it was
 * the part's last.
 */
export type StepOutcome = "void" | "lost" | "stepped" | "finished";

/**
 * Takes one bounded step of a running replay and asks for the next. In this order, so that a crash between any two loses nothing and
 * sends nothing twice: enqueue submissions (their ids make twice harmless), reserve the pace, commit, wake, ask on. Throws what D1
 * and the queue throw.
 */
export async function takeReplayStep(
  asked: ReplayStep,
  dependencies: ReplayDependencies,
): Promise<StepOutcome> {
  for (let tries = 1; ; tries += 1) {
    const taken = await tryStep(asked, dependencies);
    if (taken !== "moved") return taken;
    if (tries === mostTries) return "lost";
  }
}

/** What a step was prepared for may move before it commits; then it is prepared anew, so often at most: the sweep asks for it again. */
const mostTries = 3;

/** `moved`: another step was taken, or a lead that this one sends went out at the same moment; which of the two, the next try reads. */
async function tryStep(
  asked: ReplayStep,
  dependencies: ReplayDependencies,
): Promise<Exclude<StepOutcome, "lost"> | "moved"> {
  const { control, leadDatabase, now } = dependencies;
  const lead = leadDatabase(asked.database);
  const [[plan], [progress]] = await runBoth(
    { d1: control, statements: [findReplayPlan(pipelineScope, asked.plan_id)] },
    { d1: lead, statements: [partProgress(pipelineScope, asked.plan_id, asked.client_id)] },
  );
  if (plan?.state !== "running" || !plan.parts.some((part) => isSame(part, asked))) return "void";
  if ((progress?.steps ?? 0) !== asked.step || (progress?.finished_at ?? null) !== null) return "void";
  const advance = await prepare(plan, asked, progress, dependencies);
  try {
    await runBatch(lead, advanceReplay(pipelineScope, advance));
  } catch (error) {
    if (classifyStorageError(error) === "conflict") return "moved";
    throw error;
  }
  await dependencies.wakeWhenDue(asked.database, dueOf(advance), plan.per_second);
  if (advance.isLast) {
    await finishReplay(plan, dependencies);
    return "finished";
  }
  const delaySeconds = Math.max(0, Math.floor((advance.next_step_at - now()) / 1000));
  await dependencies.queueSteps([{ ...asked, step: asked.step + 1 }], delaySeconds);
  return "stepped";
}

function prepare(
  { filter, ...plan }: ReplayPlan,
  asked: ReplayStep,
  progress: ReplayProgress | undefined,
  dependencies: ReplayDependencies,
): Promise<ReplayAdvance> {
  if (filter.status === "unsent") return prepareRelease({ ...plan, filter }, asked, progress, dependencies);
  return prepareStep({ ...plan, filter }, asked, progress, dependencies);
}

/** What a step gave a time; what is held for a destination that is off has none. */
const dueOf = ({ sends, released }: ReplayAdvance): DueAgain[] => [
  ...sends.map((send) => ({ key: wakeupKey(send, send.attempts), at: send.at })),
  ...(released?.deliveries ?? []).flatMap((row) =>
    row.next_attempt_at === null ? [] : [{ key: wakeupKey(row, 0), at: row.next_attempt_at }],
  ),
];

const isSame = (part: ReplayPart, asked: ReplayStep) =>
  part.client_id === asked.client_id && part.database === asked.database;

/** The first message of each part, or the next after what is known of it. */
export const stepOf = (plan: Pick<ReplayPlan, "id">, part: ReplayPart, steps: number): ReplayStep => ({
  v: 1,
  type: "replay_step",
  plan_id: plan.id,
  client_id: part.client_id,
  database: part.database,
  step: steps,
});
