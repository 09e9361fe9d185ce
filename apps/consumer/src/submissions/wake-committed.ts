import type { CommitPlan } from "@leadrelay/core/decide/commit-plan";
import { wakeDeliveries } from "../queues/wake-deliveries.ts";
import type { Dependencies } from "../dependencies.ts";

/** Hints the deliveries queue at what a commit made due; a hint lost is found by the sweep. */
export async function wakeCommitted(
  plan: CommitPlan,
  database: string,
  dependencies: Dependencies,
): Promise<void> {
  const due = plan.deliveries.filter(({ status }) => status === "pending");
  await wakeDeliveries(
    dependencies,
    database,
    due.map(({ lead_id, event_id, destination_id }) => ({ lead_id, event_id, destination_id })),
  );
}
