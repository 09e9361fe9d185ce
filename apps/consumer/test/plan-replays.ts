import type { ReplayFilter } from "@leadrelay/contracts/replay";
import { planReplay } from "@leadrelay/delivery/replay/plan-replay";
import { runBatch } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../src/dependencies.ts";
import type { Tenant } from "./tenant.ts";

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

/** Plans and stores a replay; throws when there is nothing to plan. */
export async function storedPlan(
  scope: OperatorScope,
  dependencies: Dependencies,
  {
    filter = { status: "dead" },
    perSecond = null,
  }: { filter?: ReplayFilter; perSecond?: number | null } = {},
) {
  const planned = await planReplay(scope, { filter, perSecond, createdBy: "op-1" }, dependencies);
  if (planned.kind !== "planned") throw new Error(`Nothing planned: ${JSON.stringify(planned)}`);
  await runBatch(dependencies.control, planned.control);
  return planned.plan;
}
