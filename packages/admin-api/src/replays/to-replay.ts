import type { z } from "@hono/zod-openapi";
import type { ReplayFilter, ReplaySkipReason, ReplaySkips, ReplaySummary } from "@leadrelay/contracts/replay";
import type { ReplayPlan } from "@leadrelay/db/replays/replay-plan";
import type { ReplayStanding } from "@leadrelay/delivery/replay/get-replay";
import type { replayFilterSchema, replaySchema, replayStandingSchema } from "./replay-schema.ts";

const meanings: Record<ReplaySkipReason, string> = {
  delivered: "the receiver has it already",
  under_way: "about to be sent anyway",
  erased: "what would be sent was erased",
  discarded: "somebody gave its dead letter up",
  destination_disabled: "its destination is disabled: enable it and plan anew",
  destination_deleted: "its destination was deleted",
  invalid_message:
    "it holds no submission that this version can read: enter the lead by hand if there is one",
  queue_refuses: "the queue does not take it: look at its size, a message takes 128 KB at most",
  released: "somebody released it already: `leadrelay lead find` with its id tells what became of it",
  sent: "it was sent when it came: `leadrelay lead find` with its id tells where it is; a delivery is sent again by `leadrelay delivery retry`",
  unmarked:
    "what a release needs was not kept of it: it is older than the list of what was not sent, or was told as another lead's before it was split off",
  no_destination: "no destination takes it: have one take it, or name one",
  takes_no_tests: "it is a test, and no destination takes those: name one",
  other_environment: "the destination is not marked for the environment this installation runs in",
  filtered:
    "it does not pass the filter of any destination that would take it: name one, or change its filter",
  route_conditions:
    "the conditions of every member of its route keep it out: name a destination, or change them (`leadrelay route show`)",
  through_intake:
    "it came from a blocked address: it goes through intake, so release it without naming a destination",
  changed: "something else moved it first",
};

/** Most frequent first. */
const toSkipped = (skips: ReplaySkips) =>
  (Object.entries(skips) as [ReplaySkipReason, number][])
    .map(([reason, count]) => ({ reason, count, meaning: meanings[reason] }))
    .toSorted((a, b) => b.count - a.count);

export const toSummary = (summary: ReplaySummary) => ({
  ...summary,
  skipped: toSkipped(summary.skipped),
  release: summary.release ?? null,
});

/** A copy, because the schema's lists are its own. */
export const toFilter = (filter: ReplayFilter) =>
  JSON.parse(JSON.stringify(filter)) as z.input<typeof replayFilterSchema>;

/** A plan without what is inside: which databases it lies in. It runs until the last send it gave a time has had its turn. */
export function toReplay(plan: ReplayPlan, nowMs: number): z.input<typeof replaySchema> {
  const isOver = endOf(plan) <= nowMs;
  return {
    id: plan.id,
    state: plan.state === "done" && !isOver ? "running" : plan.state,
    filter: toFilter(plan.filter),
    per_second: plan.per_second,
    summary: toSummary(plan.summary),
    elsewhere: [],
    examined: null,
    created_by: plan.created_by,
    created_at: plan.created_at,
    expires_at: plan.expires_at,
    applied_by: plan.applied_by,
    applied_at: plan.applied_at,
    finished_at: isOver ? plan.finished_at : null,
  };
}

/** When the last send of a plan that is done has its turn, or it was cancelled; before that nobody knows. */
const endOf = ({ finished_at }: ReplayPlan) => finished_at ?? Infinity;

/** A plan and where it stands. */
export const toStanding = (
  { plan, figures }: ReplayStanding,
  nowMs: number,
): z.input<typeof replayStandingSchema> => ({
  ...toReplay(plan, nowMs),
  progress: { ...figures, skipped: toSkipped(figures.skipped) },
  estimated_end_at: estimatedEnd({ plan, figures }, nowMs),
});

/** What is left goes on at the plan's pace: the longest destination's share of it is taken to be what it was. */
function estimatedEnd({ plan, figures }: ReplayStanding, nowMs: number): number | null {
  const { estimated_ms, count } = plan.summary;
  if (plan.state === "done" && endOf(plan) > nowMs) return endOf(plan);
  if (plan.state !== "running" || estimated_ms === null || count === 0) return null;
  const skipped = Object.values(figures.skipped).reduce((sum, value) => sum + value, 0);
  const begun = figures.scheduled - figures.waiting + figures.queued + skipped;
  return nowMs + Math.round((Math.max(0, count - begun) / count) * estimated_ms);
}
