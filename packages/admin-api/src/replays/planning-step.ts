import type { z } from "@hono/zod-openapi";
import { spokenTime } from "@leadrelay/core/explain/what-moves-on";
import {
  claimPlanning,
  dropPlanning,
  findPlanning,
  keepPlanning,
  requirePlanning,
} from "@leadrelay/db/replays/planning";
import { runOne } from "@leadrelay/db/run-batch";
import type { ReplayPlanned, ReplayRequest } from "@leadrelay/delivery/replay/plan-replay";
import type { Access } from "../access/access.ts";
import { requireActor } from "../access/require-actor.ts";
import type { AdminDependencies } from "../dependencies.ts";
import type { Change } from "../endpoint/change.ts";
import { apiProblem, notFound } from "../problems/api-problem.ts";
import { auditReplay } from "./audit-replay.ts";
import { readElsewhere } from "./read-elsewhere.ts";
import type { replaySchema } from "./replay-schema.ts";
import { toUnmade } from "./to-planning.ts";
import { toReplay } from "./to-replay.ts";

type Replay = z.input<typeof replaySchema>;
type Planning = Pick<AdminDependencies, "control" | "now">;
type Step = Planning & Parameters<typeof readElsewhere>[2];

/** A step that crashed holds up no other for longer, and a plan that nobody goes on with makes room after this. */
const stepMs = 60_000;
const leftAloneMs = 120_000;

/** Until when a step that begins now has its plan to itself. */
export const leaseFrom = (nowMs: number) => ({
  nowMs,
  busyUntil: nowMs + stepMs,
  lapsesAt: nowMs + stepMs + leftAloneMs,
});

/** Begins a plan of the caller's. Throws the 409 that names the one they are making already. */
export async function claimPlan(access: Access, planId: string, { control, now }: Planning): Promise<void> {
  const createdBy = requireActor(access).id;
  const claimed = await runOne(control, claimPlanning(access.scope, { createdBy, planId }, leaseFrom(now())));
  if (claimed > 0) return;
  const other = await runOne(control, findPlanning(access.scope, createdBy));
  const which =
    other === undefined
      ? "You were making another plan at that moment: plan again."
      : `You are making a plan already, ${other.plan_id}, since ${spokenTime(other.begun_at)}, and each caller makes one at a time. \`leadrelay queue replay --plan ${other.plan_id}\` goes on with it, \`leadrelay queue cancel ${other.plan_id}\` drops it; left alone it lapses at ${spokenTime(other.lapses_at)}.`;
  throw apiProblem("conflict", which);
}

/** Takes a step of a plan that the caller has to themselves: what it writes and answers. One that fails makes room at once. */
export async function takePlanningStep(
  access: Access,
  request: ReplayRequest,
  dependencies: Step,
  step: () => Promise<ReplayPlanned>,
): Promise<Change<Replay>> {
  try {
    const planned = await step();
    if (planned.kind === "not_found") throw notFound(planned.subject);
    return await toChange(access, planned, request, dependencies);
  } catch (error) {
    await runOne(dependencies.control, dropPlanning(access.scope, ownOf(request))).catch(() => 0);
    throw error;
  }
}

const ownOf = ({ createdBy, id: planId }: ReplayRequest) => ({ createdBy, planId });

async function toChange(
  access: Access,
  planned: Exclude<ReplayPlanned, { kind: "not_found" }>,
  request: ReplayRequest,
  dependencies: Step,
): Promise<Change<Replay>> {
  const nowMs = dependencies.now();
  const { scope } = access;
  const own = ownOf(request);
  const guard = requirePlanning(scope, own);
  switch (planned.kind) {
    case "planned":
      return {
        control: [guard, ...planned.control, dropPlanning(scope, own)],
        audit: auditReplay(access, planned.plan, "replay.planned"),
        answer: { body: toReplay(planned.plan, nowMs) },
      };
    case "planning": {
      const { planning, summary } = planned;
      const expiresAt = nowMs + leftAloneMs;
      const { begunAt: createdAt, counting } = planning;
      const standing = { id: request.id, state: "planning" as const, summary, createdAt, expiresAt };
      return {
        control: [guard, keepPlanning(scope, own, { planning, lapsesAt: expiresAt })],
        audit: [],
        answer: { body: toUnmade(request, { ...standing, examined: counting.examined }) },
      };
    }
    case "empty": {
      const { summary } = planned;
      const elsewhere = await readElsewhere(scope, { filter: request.filter, summary }, dependencies);
      const none = { id: null, state: "empty" as const, examined: null, createdAt: nowMs, expiresAt: nowMs };
      return {
        control: [dropPlanning(scope, own)],
        audit: [],
        answer: { body: toUnmade(request, { ...none, summary, elsewhere }) },
      };
    }
  }
}
