import { destinationKinds, getAdapter } from "@leadrelay/adapters/registry";
import type { ReplayFilter, ReplayPart, ReplaySummary } from "@leadrelay/contracts/replay";
import { slotsMs } from "@leadrelay/core/replay/slots";
import type { ReplayPlan } from "@leadrelay/db/replays/replay-plan";
import { insertReplayPlan } from "@leadrelay/db/replays/write-replay-plan";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { planRelease, type PlannedRelease } from "../release/plan-release.ts";
import type { ReleaseDependencies } from "../release/release-dependencies.ts";
import { countCandidates, type CountedCandidates } from "./count-candidates.ts";
import { narrowParts } from "./narrow-parts.ts";

/** A plan that nobody applied within a day says too little of what it would do. */
const planLifeMs = 24 * 3_600_000;

export interface ReplayRequest {
  filter: ReplayFilter;
  /** Requests a second at each destination; null: as fast as they go; absent: what the receivers take. */
  perSecond?: number | null;
  /** Who asks: an operator's or a key's id. */
  createdBy: string;
}

export type ReplayPlanning =
  /** `control`: what stores the plan; nothing is sent before it is applied. */
  | { kind: "planned"; plan: ReplayPlan; control: readonly Statement<number>[] }
  /** Nothing to send; `skipped` may say why. */
  | { kind: "empty"; summary: ReplaySummary }
  | { kind: "not_found"; subject: "client" | "form" | "destination" | "submission"; id: string };

export interface PlanDependencies extends ReleaseDependencies {
  leadDatabaseNames: readonly string[];
  /** A UUIDv7. */
  newId: () => string;
  /** Tests look at fewer. */
  examineAtMost?: number;
}

/** Counts what a filter finds and says what a replay would do with it; covers the filter, however many pages a list has. */
export async function planReplay(
  scope: OperatorScope,
  { filter, perSecond, createdBy }: ReplayRequest,
  dependencies: PlanDependencies,
): Promise<ReplayPlanning> {
  const narrowed = await narrowParts(scope, filter, dependencies);
  if (narrowed.kind === "not_found") return narrowed;
  const nowMs = dependencies.now();
  const until = Math.min(filter.until ?? nowMs, nowMs);
  const counted = await count(scope, filter, { parts: narrowed.parts, until, nowMs }, dependencies);
  if (counted.kind === "not_found") return counted;
  const pace = perSecond === undefined ? slowestPace(counted.kinds) : perSecond;
  const summary = counted.summarise(pace);
  if (summary.count === 0 && summary.is_complete) return { kind: "empty", summary };
  const plan: ReplayPlan = {
    id: dependencies.newId(),
    created_by: createdBy,
    filter,
    until,
    per_second: pace,
    parts: counted.parts,
    summary,
    state: "planned",
    created_at: nowMs,
    expires_at: nowMs + planLifeMs,
    applied_by: null,
    applied_at: null,
    finished_at: null,
  };
  return { kind: "planned", plan, control: [insertReplayPlan(scope, plan)] };
}

/** What a filter finds now, of either sort. */
async function count(
  scope: OperatorScope,
  filter: ReplayFilter,
  { parts, until, nowMs }: { parts: readonly ReplayPart[]; until: number; nowMs: number },
  dependencies: PlanDependencies,
): Promise<PlannedRelease> {
  if (filter.status === "unsent") return planRelease(scope, filter, { parts, until }, dependencies);
  const page = { filter, until, plannedAt: nowMs };
  const counted = await countCandidates(scope, parts, page, { ...dependencies, nowMs });
  return {
    kind: "counted",
    parts: counted.parts,
    // Not all was looked at: it may come to any.
    kinds: counted.is_complete ? [...counted.destinations.values()].map(({ kind }) => kind) : [],
    summarise: (pace) => summaryOf(counted, pace),
  };
}

/** What every receiver of these kinds takes, switched off or not; where none is known, of any kind. */
const slowestPace = (kinds: readonly string[]): number =>
  Math.min(...(kinds.length > 0 ? kinds : destinationKinds).map((kind) => getAdapter(kind).perSecond));

function summaryOf(
  { tally, destinations, is_complete }: CountedCandidates,
  pace: number | null,
): ReplaySummary {
  const sends = [...tally.sends].flatMap(([id, count]) => {
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
    is_complete,
  };
}
