import { findPlanning } from "@leadrelay/db/replays/planning";
import { runOne } from "@leadrelay/db/run-batch";
import type { ReplayPlanning } from "@leadrelay/delivery/replay/plan-replay";
import type { Access } from "../access/access.ts";
import type { AdminDependencies } from "../dependencies.ts";
import { requireActor } from "../access/require-actor.ts";
import { apiProblem } from "../problems/api-problem.ts";

/** A plan the caller is making: since when, until when they may go on, and how far it is; undefined before its first step was taken. */
export interface OwnPlanning {
  begunAt: number;
  lapsesAt: number;
  planning: ReplayPlanning | undefined;
}

/** The plan with this id, where the caller is making it. Others' are not there. */
export async function ownPlanning(
  access: Access,
  planId: string,
  { control }: Pick<AdminDependencies, "control">,
): Promise<OwnPlanning | undefined> {
  const row = await runOne(control, findPlanning(access.scope, requireActor(access).id));
  if (row?.plan_id !== planId) return undefined;
  const kept = JSON.parse(row.planning_json) as ReplayPlanning | Record<string, never>;
  const planning = "counting" in kept ? (kept as ReplayPlanning) : undefined;
  return { begunAt: row.begun_at, lapsesAt: row.lapses_at, planning };
}

/** What no longer is there, and never was, look the same: a plan is kept for a day. */
export const noSuchPlan = () =>
  apiProblem(
    "not-found",
    "There is no replay with this id among those you may use here. A plan is removed a day after it was made when nobody applied it, and two minutes after nobody went on making it: plan anew with `leadrelay queue replay`.",
  );
