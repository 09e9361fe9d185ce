import { findReplayPlan } from "@leadrelay/db/replays/find-replay-plans";
import type { ReplayPlan } from "@leadrelay/db/replays/replay-plan";
import { cancelReplayPlan } from "@leadrelay/db/replays/write-replay-plan";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";

export type ReplayCancellation =
  /** `control` ends it, with a guard, which fails when it ended meanwhile. */
  | { kind: "ready"; plan: ReplayPlan; control: readonly Statement<number>[] }
  /** It was done, or cancelled, before. */
  | { kind: "ended"; plan: ReplayPlan }
  | { kind: "not_found" };

/** Takes no step any more. What has its time already is still sent: with a pace that is ten seconds' worth. */
export async function cancelReplay(
  scope: OperatorScope,
  planId: string,
  { control, now }: { control: D1Database; now: () => number },
): Promise<ReplayCancellation> {
  const plan = await runOne(control, findReplayPlan(scope, planId));
  if (plan === undefined) return { kind: "not_found" };
  if (plan.state === "done" || plan.state === "cancelled") return { kind: "ended", plan };
  const nowMs = now();
  const cancelled: ReplayPlan = { ...plan, state: "cancelled", finished_at: nowMs };
  return { kind: "ready", plan: cancelled, control: cancelReplayPlan(scope, plan, nowMs) };
}
