import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { sayCount } from "@leadrelay/core/wording/say-count";
import { spokenTime } from "@leadrelay/core/explain/what-moves-on";
import { runningReplayPlans } from "@leadrelay/db/replays/find-replay-plans";
import { isPlanWithin, type ReplayPlan } from "@leadrelay/db/replays/replay-plan";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { unfinishedParts } from "@leadrelay/delivery/replay/unfinished-parts";
import type { HealthContext } from "./health-context.ts";

const name = "replays";
const mostPlans = 20;
/** A step that was lost is asked for again within a minute. */
const stuckAfterMs = 300_000;

/** Replays go on. */
export async function checkReplays({
  scope,
  isWhole,
  dependencies,
  nowMs,
}: HealthContext): Promise<HealthCheck[]> {
  const running = await runOne(dependencies.control, runningReplayPlans(pipelineScope, mostPlans));
  const plans = running.filter((plan) => isWhole || isPlanWithin(scope, plan));
  const dues = await Promise.all(plans.map(async (plan) => ({ plan, dueAt: await dueSince(plan) })));
  const stuck = dues.filter(({ dueAt }) => dueAt !== null && nowMs - dueAt > stuckAfterMs);
  if (stuck.length === 0) {
    const going = `${sayCount(plans.length, "replay")} under way.`;
    return [fine(name, plans.length === 0 ? "No replay is under way." : going)];
  }
  const since = Math.min(...stuck.map(({ dueAt }) => dueAt ?? nowMs));
  return [
    amiss("warning", name, {
      message: `Replays without progress since ${spokenTime(since)}: ${stuck.map(({ plan }) => plan.id).join(", ")}.`,
      todo: `The sweep asks for their next step every minute: look whether it runs, and at the queue \`deliveries\`. \`leadrelay queue replay --plan ${stuck[0]?.plan.id}\` tells how far one is.`,
      since,
    }),
  ];

  async function dueSince(plan: ReplayPlan): Promise<number | null> {
    const { parts, failures } = await unfinishedParts(plan, dependencies);
    if (failures.length > 0) throw failures[0];
    const times = parts.map(({ progress }) => progress?.next_step_at ?? plan.applied_at ?? nowMs);
    return times.length === 0 ? null : Math.min(...times);
  }
}
