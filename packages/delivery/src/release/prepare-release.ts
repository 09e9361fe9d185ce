import type { ReplaySkips, UnsentFilter } from "@leadrelay/contracts/replay";
import type { ReplayStep } from "@leadrelay/contracts/replay-step";
import { chooseReleases } from "@leadrelay/core/release/choose-releases";
import { roomFor, runAheadMs } from "@leadrelay/core/replay/slots";
import { destinationsOfClients } from "@leadrelay/db/destinations/destinations-of-clients";
import type { ReplayAdvance } from "@leadrelay/db/replays/advance-replay";
import { replayDestinations } from "@leadrelay/db/replays/replay-destinations";
import type { ReplayPlan } from "@leadrelay/db/replays/replay-plan";
import type { ReplayProgress } from "@leadrelay/db/replays/replay-progress";
import type { Released } from "@leadrelay/db/unsent/release-statements";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { reserveTimes } from "../reserve-times.ts";
import { judgeReleases, type JudgedRelease } from "./judge-releases.ts";
import type { ReleaseStepDependencies } from "./release-dependencies.ts";
import { requeueApart, type Requeued } from "./requeue-apart.ts";

/** A plan of what was never sent. */
type PlannedRelease = ReplayPlan & { filter: UnsentFilter };

/** Submissions one step looks at, and deliveries it writes: one parameter of a statement holds them. */
const mostLooked = 100;
const mostDeliveries = 2_000;

/**
 * Everything of a step of a release before its commit: what it takes; submissions that go through intake are on the queue already, times to
 * send are reserved. What is released meanwhile by another is left alone by the commit.
 */
export async function prepareRelease(
  plan: PlannedRelease,
  { client_id, database, step }: ReplayStep,
  progress: ReplayProgress | undefined,
  dependencies: ReleaseStepDependencies,
): Promise<ReplayAdvance> {
  const clientId = client_id ?? "";
  const all = plan.parts.find((part) => part.client_id === client_id)?.submission_ids ?? [];
  const from = Number(progress?.cursor[0] ?? 0);
  const ids = all.slice(from, from + mostLooked);
  const judged = await judge(plan, { clientId, database, ids }, dependencies);
  const by = plan.applied_by ?? plan.created_by;
  const requeued = await requeueApart({ clientId, database, by, ...apartOf(judged) }, dependencies);
  const chosen = upToLeft(judged, requeued);
  // The queue may have taken its time.
  const nowMs = dependencies.now();
  const released = await toReleased(
    chosen,
    requeued,
    { clientId, perSecond: plan.per_second, nowMs },
    dependencies,
  );
  const isLast = from + chosen.length >= all.length;
  const lastAt = Math.max(nowMs, ...released.deliveries.map(({ next_attempt_at }) => next_attempt_at ?? 0));
  return {
    plan_id: plan.id,
    client_id,
    step,
    sends: [],
    queuedLetters: [],
    released,
    skipped: addSkips(progress?.skipped ?? {}, chosen, requeued),
    cursor: [from + chosen.length],
    next_step_at: isLast ? lastAt : Math.max(nowMs, lastAt - runAheadMs / 2),
    isLast,
    settledBy: by,
    nowMs,
  };
}

interface Place {
  clientId: string;
  database: string;
  ids: readonly string[];
}

/** As many of them, from the first on, as the pace has room for. */
async function judge(
  { filter, per_second }: PlannedRelease,
  place: Place,
  dependencies: ReleaseStepDependencies,
): Promise<JudgedRelease[]> {
  const { control, now } = dependencies;
  const destinations = await runOne(control, destinationsOfClients(pipelineScope, [place.clientId]));
  const ids = destinations.map(({ id }) => id);
  const paces = await runOne(control, replayDestinations(pipelineScope, ids));
  const to = filter.destination_ids ?? null;
  const judged = await judgeReleases(pipelineScope, { ...place, to, destinations }, dependencies);
  const nextSlots = new Map(paces.map(({ id, next_slot_at }) => [id, next_slot_at]));
  const nowMs = now();
  const count = chooseReleases(
    judged.map(({ fate }) => ({ deliveries: fate.kind === "send" ? fate.deliveries : [] })),
    {
      at: (id) => (per_second === null ? Infinity : roomFor(per_second, nextSlots.get(id) ?? 0, nowMs)),
      most: mostDeliveries,
    },
  );
  return judged.slice(0, count);
}

const apartOf = (judged: readonly JudgedRelease[]) => ({
  blocked: judged.flatMap(({ fate }) => (fate.kind === "enqueue" && fate.row !== null ? [fate.row] : [])),
  quarantinedIds: judged.flatMap(({ public_id, fate }) =>
    fate.kind === "enqueue" && fate.row === null ? [public_id] : [],
  ),
});

/** The next step begins with the first submission that the queue was not asked to take. */
function upToLeft(
  judged: readonly JudgedRelease[],
  { taken, refused, unread }: Requeued,
): readonly JudgedRelease[] {
  const tried = new Set([...taken, ...refused, ...unread]);
  const end = judged.findIndex(({ public_id, fate }) => fate.kind === "enqueue" && !tried.has(public_id));
  return end === -1 ? judged : judged.slice(0, end);
}

async function toReleased(
  chosen: readonly JudgedRelease[],
  { taken }: Requeued,
  { clientId, perSecond, nowMs }: { clientId: string; perSecond: number | null; nowMs: number },
  { control }: Pick<ReleaseStepDependencies, "control">,
): Promise<Released> {
  const requeued = apartOf(chosen);
  const sent = chosen.flatMap(({ fate }) => (fate.kind === "send" ? [fate] : []));
  const rows = sent.flatMap(({ submission, deliveries }) =>
    deliveries.map((row) => ({ ...row, created_at: nowMs, submission_number: submission.submission_number })),
  );
  const due = Map.groupBy(
    rows.filter(({ status }) => status === "pending"),
    ({ destination_id }) => destination_id,
  );
  const counts = new Map([...due].map(([id, all]) => [id, all.length]));
  const timeOf = await reserveTimes(counts, { perSecond, nowMs }, control);
  const times = new Map(
    [...due].flatMap(([id, all]) => all.map((row, index) => [row.public_id, timeOf(id, index)])),
  );
  return {
    clientId,
    submissions: sent.map(({ submission }) => submission),
    events: sent.map(({ event }) => ({ ...event, created_at: nowMs })),
    went: sent.flatMap(({ submission: { lead_id, submission_number }, went }) =>
      Object.keys(went).length === 0 ? [] : [{ lead_id, submission_number, went }],
    ),
    deliveries: rows.map((row) => ({ ...row, next_attempt_at: times.get(row.public_id) ?? null })),
    blockedIds: requeued.blocked.map(({ public_id }) => public_id).filter((id) => taken.has(id)),
    quarantinedIds: requeued.quarantinedIds.filter((id) => taken.has(id)),
  };
}

function addSkips(
  before: ReplaySkips,
  chosen: readonly JudgedRelease[],
  { refused, unread }: Requeued,
): ReplaySkips {
  const skips = { ...before };
  const add = (reason: keyof ReplaySkips) => (skips[reason] = (skips[reason] ?? 0) + 1);
  for (const { public_id, fate } of chosen)
    if (fate.kind === "skip") add(fate.reason);
    else if (refused.has(public_id)) add("queue_refuses");
    else if (unread.has(public_id)) add("invalid_message");
  return skips;
}
