import type { AgainFilter } from "@leadrelay/contracts/replay";
import type { Judged } from "@leadrelay/core/replay/judge-candidate";
import { chooseStep } from "@leadrelay/core/replay/choose-step";
import { roomFor, runAheadMs } from "@leadrelay/core/replay/slots";
import type { ReplayCandidate, ReplayCursor } from "@leadrelay/db/replays/replay-candidate";
import { replayCandidates } from "@leadrelay/db/replays/replay-candidates";
import { replayDestinations, type ReplayDestination } from "@leadrelay/db/replays/replay-destinations";
import type { ReplayPlan } from "@leadrelay/db/replays/replay-plan";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { judgeAll } from "./judge-all.ts";
import type { ReplayDependencies } from "./replay-dependencies.ts";

/** Rows one step looks at: half a second of D1's time, and wake-ups of one `sendBatch`. */
const mostLooked = 500;
/** Messages of one step may be 100 KB each. */
const mostMessages = 100;

/** A plan of what was to be sent, and did not land. */
export type PlanAgain = ReplayPlan & { filter: AgainFilter };

export interface ReadStep {
  chosen: Judged<ReplayCandidate>[];
  destinations: ReadonlyMap<string, ReplayDestination>;
  /** Where the next step goes on; null where nothing was found. */
  cursor: ReplayCursor | null;
  /** Nothing is left behind this step. */
  isLast: boolean;
}

interface Place {
  clientId: string | null;
  database: string;
  after: ReplayCursor | null;
}
type StepDependencies = Pick<ReplayDependencies, "control" | "leadDatabase" | "now">;

/**
 * What one step of a plan takes of one client: as much as its pace has room for now. It looks at few rows, and once more at many where
 * little among those is to be sent: a slow pace would go through the others fifty at a time.
 */
export async function readStep(
  plan: PlanAgain,
  place: Place,
  dependencies: StepDependencies,
): Promise<ReadStep> {
  const few = plan.per_second === null ? mostLooked : lookedAtPace(plan.per_second);
  const { isCut, ...step } = await look(plan, place, few, dependencies);
  const sent = step.chosen.filter(({ verdict }) => verdict.kind !== "skip").length;
  if (isCut || step.isLast || few === mostLooked || sent * 2 >= few) return step;
  return look(plan, place, mostLooked, dependencies);
}

async function look(
  { filter, until, per_second, created_at: plannedAt }: PlanAgain,
  { clientId, database, after }: Place,
  limit: number,
  { control, leadDatabase, now }: StepDependencies,
): Promise<ReadStep & { isCut: boolean }> {
  const found = await runOne(
    leadDatabase(database),
    replayCandidates(pipelineScope, clientId, { filter, until, plannedAt, after, limit }),
  );
  const wanted = found.filter(({ matches }) => matches);
  const ids = new Set(wanted.flatMap(({ destination_id }) => destination_id ?? []));
  const known = ids.size === 0 ? [] : await runOne(control, replayDestinations(pipelineScope, [...ids]));
  const destinations = new Map(known.map((destination) => [destination.id, destination]));
  const nowMs = now();
  const judged = judgeAll(wanted, destinations, nowMs);
  const roomAt = (id: string) =>
    per_second === null ? Infinity : roomFor(per_second, destinations.get(id)?.next_slot_at ?? 0, nowMs);
  const chosen = chooseStep(judged, roomAt, mostMessages);
  const isCut = chosen.length < judged.length;
  const last = isCut ? chosen.at(-1)?.candidate : found.at(-1);
  return {
    chosen,
    destinations,
    cursor: last?.cursor ?? null,
    isLast: !isCut && found.length < limit,
    isCut,
  };
}

/** What a step cannot take is looked at again by the next. */
const lookedAtPace = (perSecond: number) =>
  Math.min(mostLooked, Math.max(50, Math.ceil((perSecond * runAheadMs) / 1000)));
