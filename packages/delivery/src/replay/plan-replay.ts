import { getAdapter } from "@leadrelay/adapters/registry";
import type { AgainFilter, ReplayFilter, ReplayPart, ReplaySummary } from "@leadrelay/contracts/replay";
import { slotsMs } from "@leadrelay/core/replay/slots";
import { replayDestinations, type ReplayDestination } from "@leadrelay/db/replays/replay-destinations";
import type { ReplayPlan } from "@leadrelay/db/replays/replay-plan";
import { insertReplayPlan } from "@leadrelay/db/replays/write-replay-plan";
import { runOne } from "@leadrelay/db/run-batch";
import { isInScope } from "@leadrelay/db/scope/is-in-scope";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { planRelease } from "../release/plan-release.ts";
import type { ReleaseDependencies } from "../release/release-dependencies.ts";
import { beginCounting, countStep, isCounted, type Counting } from "./count-candidates.ts";
import { narrowParts } from "./narrow-parts.ts";

/** A plan that nobody applied within a day says too little of what it would do. */
const planLifeMs = 24 * 3_600_000;

export interface ReplayRequest {
  /** The plan's, a UUIDv7. */
  id: string;
  filter: ReplayFilter;
  /** Requests a second at each destination; null: as fast as they go; absent: what the receivers take. */
  perSecond?: number | null;
  /** Who asks: an operator's or a key's id. */
  createdBy: string;
}

/** A plan that is being made, as JSON keeps it between two steps. */
export interface ReplayPlanning extends ReplayRequest {
  /** Milliseconds UTC. */
  begunAt: number;
  until: number;
  counting: Counting;
}

export type ReplayPlanned =
  /** `control`: what stores the plan; nothing is sent before it is applied. */
  | { kind: "planned"; plan: ReplayPlan; control: readonly Statement<number>[] }
  /** There is more to look at; `summary` is of what was. */
  | { kind: "planning"; planning: ReplayPlanning; summary: ReplaySummary }
  /** Nothing to send; `skipped` may say why. */
  | { kind: "empty"; summary: ReplaySummary }
  | { kind: "not_found"; subject: "client" | "form" | "destination" | "submission"; id: string };

export interface PlanDependencies extends ReleaseDependencies {
  leadDatabaseNames: readonly string[];
  /** Tests look at fewer. */
  examineAtMost?: number;
}

/** Begins to count what a filter finds, and takes the first step: see `continuePlan`. */
export async function beginPlan(
  scope: OperatorScope,
  request: ReplayRequest,
  dependencies: PlanDependencies,
): Promise<ReplayPlanned> {
  const { filter } = request;
  const narrowed = await narrowParts(scope, filter, dependencies);
  if (narrowed.kind === "not_found") return narrowed;
  const begunAt = dependencies.now();
  const until = Math.min(filter.until ?? begunAt, begunAt);
  const planning = { ...request, begunAt, until, counting: beginCounting(narrowed.parts) };
  if (filter.status !== "unsent") return continuePlan(scope, planning, dependencies);
  const counted = await planRelease(scope, filter, { parts: narrowed.parts, until }, dependencies);
  return counted.kind === "not_found" ? counted : finish(scope, planning, counted);
}

/**
 * Goes on counting what a filter finds, all of it and not a page, by one step that is bounded however much there is; says what a replay
 * would do with it. Parts the scope has no more are left out.
 */
export async function continuePlan(
  scope: OperatorScope,
  planning: ReplayPlanning,
  dependencies: PlanDependencies,
): Promise<ReplayPlanned> {
  const { filter, until, begunAt } = planning;
  if (filter.status === "unsent") throw new Error("A release is planned in one step");
  const open = planning.counting.open.filter(({ part }) => isInScope(scope, part.client_id));
  const page = { filter: filter satisfies AgainFilter, until, plannedAt: begunAt };
  const counting = await countStep(scope, { ...planning.counting, open }, page, {
    ...dependencies,
    nowMs: dependencies.now(),
  });
  const found = await runOne(dependencies.control, replayDestinations(scope, counting.destinationIds));
  const destinations = new Map(found.map((destination) => [destination.id, destination]));
  const isComplete = counting.open.length === 0;
  const counted = {
    parts: eachOnce([...counting.matched, ...counting.open.map(({ part }) => part)]),
    // Not all was looked at: it may come to any.
    kinds: isComplete ? found.map(({ kind }) => kind) : [],
    summarise: (pace: number | null) => summaryOf(counting, destinations, pace),
  };
  if (isCounted(counting, dependencies.examineAtMost)) return finish(scope, planning, counted);
  const summary = counted.summarise(paceOf(planning, counted.kinds));
  return { kind: "planning", planning: { ...planning, counting }, summary };
}

const eachOnce = (parts: readonly ReplayPart[]): ReplayPart[] => [
  ...new Map(parts.map((part) => [JSON.stringify([part.client_id, part.database]), part])).values(),
];

function finish(
  scope: OperatorScope,
  planning: ReplayPlanning,
  {
    parts,
    kinds,
    summarise,
  }: { parts: ReplayPart[]; kinds: readonly string[]; summarise: (pace: number | null) => ReplaySummary },
): ReplayPlanned {
  const { id, createdBy, filter, until, begunAt } = planning;
  const pace = paceOf(planning, kinds);
  const summary = summarise(pace);
  if (summary.count === 0 && summary.is_complete) return { kind: "empty", summary };
  const plan: ReplayPlan = {
    id,
    created_by: createdBy,
    filter,
    until,
    per_second: pace,
    parts,
    summary,
    state: "planned",
    created_at: begunAt,
    expires_at: begunAt + planLifeMs,
    applied_by: null,
    applied_at: null,
    finished_at: null,
  };
  return { kind: "planned", plan, control: [insertReplayPlan(scope, plan)] };
}

/** Of what goes back to the queue, where nobody knows yet whom it is for; and the most that any kind takes. */
const usualPerSecond = 30;

/** What every receiver of these kinds takes, switched off or not. */
const paceOf = ({ perSecond }: ReplayRequest, kinds: readonly string[]): number | null =>
  perSecond === undefined
    ? Math.min(usualPerSecond, ...kinds.map((kind) => getAdapter(kind).perSecond))
    : perSecond;

function summaryOf(
  { tally, open }: Counting,
  destinations: ReadonlyMap<string, ReplayDestination>,
  pace: number | null,
): ReplaySummary {
  const sends = tally.sends.flatMap(([id, count]) => {
    const known = destinations.get(id);
    return known === undefined ? [] : [{ id, client_id: known.client_id, name: known.name, count }];
  });
  const longest = Math.max(0, ...sends.map(({ count }) => count));
  return {
    count: sends.reduce((sum, { count }) => sum + count, 0) + tally.messages,
    messages: tally.messages,
    oldest: tally.oldest,
    newest: tally.newest,
    destinations: sends.toSorted((a, b) => b.count - a.count),
    estimated_ms: pace === null || longest === 0 ? null : slotsMs(longest, pace),
    skipped: tally.skipped,
    is_complete: open.length === 0,
  };
}
