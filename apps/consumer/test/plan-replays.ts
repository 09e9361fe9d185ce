import type { ReplayFilter } from "@leadrelay/contracts/replay";
import { applyReplay } from "@leadrelay/delivery/replay/apply-replay";
import { cancelReplay } from "@leadrelay/delivery/replay/cancel-replay";
import { getReplay } from "@leadrelay/delivery/replay/get-replay";
import {
  beginPlan,
  continuePlan,
  type PlanDependencies,
  type ReplayPlanned,
  type ReplayRequest,
} from "@leadrelay/delivery/replay/plan-replay";
import { runBatch } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../src/dependencies.ts";
import { replayDependencies } from "../src/replays/replay-dependencies.ts";
import { rows, type Tenant } from "./tenant.ts";

/** An operator who may touch these tenants. */
export const operatorOf = (...tenants: Tenant[]): OperatorScope => ({
  kind: "operator",
  clients: tenants.map(({ clientId }) => ({ id: clientId, database: "DB", masked: false })),
  agencyIds: [],
  isInstallation: false,
});

/** An owner of the installation, with these tenants among the clients. */
export const ownerOf = (...tenants: Tenant[]): OperatorScope => ({
  ...operatorOf(...tenants),
  isInstallation: true,
});

/** Makes a plan, step by step, to its end. */
export async function planReplay(
  scope: OperatorScope,
  request: Omit<ReplayRequest, "id">,
  dependencies: PlanDependencies & { newId: () => string },
): Promise<Exclude<ReplayPlanned, { kind: "planning" }>> {
  let planned = await beginPlan(scope, { ...request, id: dependencies.newId() }, dependencies);
  while (planned.kind === "planning") planned = await continuePlan(scope, planned.planning, dependencies);
  return planned;
}

/** Plans and stores a replay; throws when there is nothing to plan. */
export async function storedPlan(
  scope: OperatorScope,
  dependencies: Dependencies,
  {
    filter = { status: "dead" },
    perSecond = null,
  }: { filter?: ReplayFilter; perSecond?: number | null } = {},
) {
  const asked = { filter, perSecond, createdBy: "op-1" };
  const planned = await planReplay(scope, asked, replayDependencies(dependencies));
  if (planned.kind !== "planned") throw new Error(`Nothing planned: ${JSON.stringify(planned)}`);
  await runBatch(dependencies.control, planned.control);
  return planned.plan;
}

/** Applies a plan as the API does: the change first, then the first steps. */
export async function apply(scope: OperatorScope, planId: string, dependencies: Dependencies) {
  const applied = await applyReplay(scope, { planId, appliedBy: "op-1" }, replayDependencies(dependencies));
  if (applied.kind !== "ready") return applied.kind;
  await runBatch(dependencies.control, applied.control);
  await applied.begin();
  return applied.kind;
}

/** Cancels a plan as the API does. */
export async function cancel(scope: OperatorScope, planId: string, dependencies: Dependencies) {
  const cancelled = await cancelReplay(scope, planId, dependencies);
  if (cancelled.kind === "ready") await runBatch(dependencies.control, cancelled.control);
  return cancelled.kind;
}

/** Where a replay stands; throws when there is none. */
export async function standing(scope: OperatorScope, planId: string, dependencies: Dependencies) {
  const found = await getReplay(scope, planId, dependencies);
  if (found === undefined) throw new Error("no such replay");
  return { state: found.plan.state, ...found.figures };
}

/** Deliveries and letters of a tenant that do not fit each other: none, whatever happened. */
export const misfits = (tenant: Tenant) =>
  rows(
    `SELECT 'dead without one open letter' AS misfit, sent.public_id AS id FROM deliveries AS sent
     WHERE sent.client_id = ?1 AND sent.status = 'dead' AND 1 <> (
       SELECT count(*) FROM dead_letters AS letter WHERE letter.client_id = ?1 AND letter.lead_id = sent.lead_id
         AND letter.event_id = sent.event_id AND letter.destination_id = sent.destination_id
         AND (letter.state = 'open' OR letter.state = 'discarded' AND letter.id = sent.dead_letter_id))
     UNION ALL
     SELECT 'open letter of what is not dead', letter.id FROM dead_letters AS letter
     CROSS JOIN deliveries AS sent ON sent.lead_id = letter.lead_id AND sent.event_id = letter.event_id
       AND sent.destination_id = letter.destination_id
     WHERE letter.client_id = ?1 AND letter.state = 'open' AND letter.kind = 'delivery'
       AND (sent.status <> 'dead' OR sent.dead_letter_id <> letter.id)
     UNION ALL
     SELECT 'attempts beyond their limit', public_id FROM deliveries WHERE client_id = ?1 AND attempts > max_attempts`,
    tenant.clientId,
  );
