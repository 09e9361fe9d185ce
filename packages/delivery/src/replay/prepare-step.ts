import type { ReplaySkips } from "@leadrelay/contracts/replay";
import type { ReplayStep } from "@leadrelay/contracts/replay-step";
import type { Judged } from "@leadrelay/core/replay/judge-candidate";
import { runAheadMs } from "@leadrelay/core/replay/slots";
import type { ReplayAdvance, ReplaySend } from "@leadrelay/db/replays/advance-replay";
import type { ReplayCandidate } from "@leadrelay/db/replays/replay-candidate";
import type { ReplayProgress } from "@leadrelay/db/replays/replay-progress";
import { pipelineScope } from "@leadrelay/db/scope";
import { readStep, type PlanAgain, type ReadStep } from "./read-step.ts";
import type { ReplayDependencies } from "./replay-dependencies.ts";
import { requeueLetters, type Requeued } from "./requeue-letters.ts";
import { scheduleSends } from "./schedule-sends.ts";

/** Everything of a step before its commit: what it takes; submissions are on the queue already, times to send are reserved. */
export async function prepareStep(
  plan: PlanAgain,
  { client_id, database, step }: ReplayStep,
  progress: ReplayProgress | undefined,
  dependencies: ReplayDependencies,
): Promise<ReplayAdvance> {
  const after = progress?.cursor ?? null;
  const read = await readStep(plan, { clientId: client_id, database, after }, dependencies);
  const ids = lettersOf(read.chosen).map(({ id }) => id);
  const requeued = await requeueLetters(pipelineScope, { database, clientId: client_id, ids }, dependencies);
  const { chosen, cursor, isLast } = upToLeft(read, requeued);
  // The queue may have taken its time.
  const nowMs = dependencies.now();
  const sends = await scheduleSends(
    {
      candidates: ofKind(chosen, "send"),
      destinations: read.destinations,
      perSecond: plan.per_second,
      nowMs,
    },
    dependencies,
  );
  return {
    plan_id: plan.id,
    client_id,
    step,
    sends,
    queuedLetters: lettersOf(chosen).filter(({ id }) => requeued.taken.has(id)),
    skipped: addSkips(progress?.skipped ?? {}, chosen, requeued),
    cursor: cursor ?? after ?? [],
    next_step_at: isLast ? lastAt(sends, nowMs) : nextStepAt(sends, nowMs),
    isLast,
    settledBy: plan.applied_by ?? plan.created_by,
    nowMs,
  };
}

const ofKind = (judged: readonly Judged<ReplayCandidate>[], kind: "send" | "enqueue") =>
  judged.filter(({ verdict }) => verdict.kind === kind).map(({ candidate }) => candidate);

const lettersOf = (judged: readonly Judged<ReplayCandidate>[]) =>
  ofKind(judged, "enqueue").flatMap(({ letter_id, at }) =>
    letter_id === null ? [] : [{ id: letter_id, last_failed_at: at }],
  );

/** The next step begins with the first letter that was not tried. */
function upToLeft(read: ReadStep, { left }: Requeued): Pick<ReadStep, "chosen" | "cursor" | "isLast"> {
  const end = read.chosen.findIndex(({ candidate }) => left.has(candidate.letter_id ?? ""));
  if (end === -1) return read;
  const chosen = read.chosen.slice(0, end);
  return { chosen, cursor: chosen.at(-1)?.candidate.cursor ?? null, isLast: false };
}

function addSkips(
  before: ReplaySkips,
  chosen: readonly Judged<ReplayCandidate>[],
  { taken, refused }: Requeued,
): ReplaySkips {
  const skips = { ...before };
  const add = (reason: keyof ReplaySkips, times: number) => (skips[reason] = (skips[reason] ?? 0) + times);
  for (const { verdict } of chosen) if (verdict.kind === "skip") add(verdict.reason, 1);
  for (const { id } of lettersOf(chosen))
    if (!taken.has(id)) add(refused.has(id) ? "queue_refuses" : "invalid_message", 1);
  return skips;
}

/** Half of what was given out ahead is sent by then; at once where nothing waits. */
const nextStepAt = (sends: readonly ReplaySend[], nowMs: number) =>
  Math.max(nowMs, ...sends.map(({ at }) => at - runAheadMs / 2));

/** Behind the last step there is none: when the last send it gave out has its turn. */
const lastAt = (sends: readonly ReplaySend[], nowMs: number) => Math.max(nowMs, ...sends.map(({ at }) => at));
