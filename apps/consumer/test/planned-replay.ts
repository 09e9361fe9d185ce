import { tenantWithDead } from "./dead-deliveries.ts";
import { scriptedReceiver } from "./deliver-wakeups.ts";
import { operatorOf, storedPlan } from "./plan-replays.ts";
import { rows, type Tenant } from "./tenant.ts";
import { virtualQueue } from "./virtual-queue.ts";

/** A tenant with so many dead deliveries, a plan for them, and a queue to run it on. */
export async function plannedReplay(count: number, given: Parameters<typeof storedPlan>[2] = {}) {
  const { tenant, ids } = await tenantWithDead(count);
  const queue = virtualQueue();
  const { received, fetch } = scriptedReceiver();
  const dependencies = queue.dependencies({ fetch });
  const scope = operatorOf(tenant);
  const plan = await storedPlan(scope, dependencies, given);
  const sent = () => received.map(({ make_send_public_id }) => make_send_public_id).toSorted();
  return { tenant, ids: ids.toSorted(), queue, dependencies, scope, plan, sent };
}

/** How many deliveries of a tenant are in each state. */
export const statusesOf = async (tenant: Tenant) =>
  Object.fromEntries(
    (
      await rows<{ status: string; n: number }>(
        "SELECT status, count(*) AS n FROM deliveries WHERE client_id = ? GROUP BY 1",
        tenant.clientId,
      )
    ).map(({ status, n }) => [status, n]),
  );
