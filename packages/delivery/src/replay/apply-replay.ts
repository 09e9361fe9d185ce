import { findReplayPlan } from "@leadrelay/db/replays/find-replay-plans";
import type { ReplayPlan } from "@leadrelay/db/replays/replay-plan";
import { applyReplayPlan } from "@leadrelay/db/replays/write-replay-plan";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import type { ReplayDependencies } from "./replay-dependencies.ts";
import { stepOf } from "./take-replay-step.ts";

export type ReplayApplication =
  /**
   * `control` starts it: with a guard, which fails when somebody else was first (then ask again). Once that is committed, `begin` asks
   * for the first steps, and never throws: without it the sweep does.
   */
  | { kind: "ready"; plan: ReplayPlan; control: readonly Statement<number>[]; begin: () => Promise<void> }
  /** It was applied before; `plan` says where it stands. */
  | { kind: "applied"; plan: ReplayPlan }
  | { kind: "cancelled"; plan: ReplayPlan }
  /** Nobody applied it in time: plan anew. */
  | { kind: "expired"; plan: ReplayPlan }
  | { kind: "not_found" };

/** Sends what a plan found; applying it again changes nothing. */
export async function applyReplay(
  scope: OperatorScope,
  { planId, appliedBy }: { planId: string; appliedBy: string },
  { control, now, queueSteps }: Pick<ReplayDependencies, "control" | "now" | "queueSteps">,
): Promise<ReplayApplication> {
  const plan = await runOne(control, findReplayPlan(scope, planId));
  if (plan === undefined) return { kind: "not_found" };
  if (plan.state === "cancelled") return { kind: "cancelled", plan };
  if (plan.state !== "planned") return { kind: "applied", plan };
  const nowMs = now();
  if (plan.expires_at <= nowMs) return { kind: "expired", plan };
  const running: ReplayPlan = { ...plan, state: "running", applied_by: appliedBy, applied_at: nowMs };
  return {
    kind: "ready",
    plan: running,
    control: applyReplayPlan(scope, plan, appliedBy, nowMs),
    begin: () =>
      queueSteps(
        plan.parts.map((part) => stepOf(plan, part, 0)),
        0,
      ),
  };
}
