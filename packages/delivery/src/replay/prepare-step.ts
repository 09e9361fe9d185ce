import type { ReplaySkips } from "@leadrelay/contracts/replay";
import type { ReplayStep } from "@leadrelay/contracts/replay-step";
import type { Judged } from "@leadrelay/core/replay/judge-candidate";
import { runAheadMs } from "@leadrelay/core/replay/slots";
import type { ReplayAdvance, ReplaySend } from "@leadrelay/db/replays/advance-replay";
import type { ReplayCandidate } from "@leadrelay/db/replays/replay-candidate";
import type { ReplayPlan } from "@leadrelay/db/replays/replay-plan";
import type { ReplayProgress } from "@leadrelay/db/replays/replay-progress";
import { pipelineScope } from "@leadrelay/db/scope";
import { readStep } from "./read-step.ts";
import type { ReplayDependencies } from "./replay-dependencies.ts";
import { requeueLetters } from "./requeue-letters.ts";
import { scheduleSends } from "./schedule-sends.ts";

/** Everything of a step before its commit: what it takes, its reserved times; submissions are on the queue already. */
export async function prepareStep(
  plan: ReplayPlan,
  { client_id, database, step }: ReplayStep,
  progress: ReplayProgress | undefined,
  dependencies: ReplayDependencies,
): Promise<ReplayAdvance> {
  const after = progress?.cursor ?? null;
  const read = await readStep(plan, { clientId: client_id, database, after }, dependencies);
  const { chosen, destinations, nowMs } = read;
  const pace = { perSecond: plan.per_second, nowMs };
  const sends = await scheduleSends(ofKind(chosen, "send"), destinations, pace, dependencies);
  const letters = ofKind(chosen, "enqueue").flatMap(({ letter_id, at }) =>
    letter_id === null ? [] : [{ id: letter_id, last_failed_at: at }],
  );
  const ids = letters.map(({ id }) => id);
  const queued = new Set(
    await requeueLetters(pipelineScope, { database, clientId: client_id, ids }, dependencies),
  );
  return {
    plan_id: plan.id,
    client_id,
    step,
    sends,
    queuedLetters: letters.filter(({ id }) => queued.has(id)),
    skipped: addSkips(progress?.skipped ?? {}, chosen, ids.length - queued.size),
    cursor: read.cursor ?? after ?? [],
    next_step_at: nextStepAt(sends, nowMs),
    isLast: read.isLast,
    settledBy: plan.applied_by ?? plan.created_by,
    nowMs,
  };
}

const ofKind = (judged: readonly Judged<ReplayCandidate>[], kind: "send" | "enqueue") =>
  judged.filter(({ verdict }) => verdict.kind === kind).map(({ candidate }) => candidate);

function addSkips(
  before: ReplaySkips,
  chosen: readonly Judged<ReplayCandidate>[],
  unreadable: number,
): ReplaySkips {
  const skips = { ...before };
  const add = (reason: keyof ReplaySkips, times: number) => (skips[reason] = (skips[reason] ?? 0) + times);
  for (const { verdict } of chosen) if (verdict.kind === "skip") add(verdict.reason, 1);
  if (unreadable > 0) add("invalid_message", unreadable);
  return skips;
}

/** Half of what was given out ahead is sent by then; at once where nothing waits. */
const nextStepAt = (sends: readonly ReplaySend[], nowMs: number) =>
  Math.max(nowMs, ...sends.map(({ at }) => at - runAheadMs / 2));
