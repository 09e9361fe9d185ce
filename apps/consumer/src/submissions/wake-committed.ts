import type { CommitPlan } from "@leadrelay/core/decide/commit-plan";
import { mayRun, needsRun } from "@leadrelay/core/destination-health/destination-health";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { sendRuns } from "../queues/send-runs.ts";
import { wakeDeliveries } from "../queues/wake-deliveries.ts";
import type { Dependencies } from "../dependencies.ts";

interface At {
  /** The D1 binding the rows are in. */
  database: string;
  destinations: ReadonlyMap<string, Destination>;
}

/**
 * Hints the deliveries queues at what a commit made due; a hint lost is found by the sweep. A slow destination has one run asked for,
 * whatever there is, and one that is down none: its next probe comes by itself, unless it is overdue.
 */
export async function wakeCommitted(
  plan: Pick<CommitPlan, "deliveries">,
  { database, destinations }: At,
  dependencies: Dependencies,
): Promise<void> {
  const due = plan.deliveries.filter(({ status }) => status === "pending");
  const healthOf = (id: string) => destinations.get(id)?.health ?? null;
  const { run = [], wake = [] } = Object.groupBy(due, ({ destination_id }) =>
    needsRun(healthOf(destination_id)) ? "run" : "wake",
  );
  const keys = wake.map(({ lead_id, event_id, destination_id }) => ({ lead_id, event_id, destination_id }));
  await wakeDeliveries(dependencies, database, keys);
  const slow = new Set(run.map(({ destination_id }) => destination_id));
  const runs = [...slow]
    .filter((id) => mayRun(healthOf(id), dependencies.now()))
    .map((destination_id) => ({ destination_id, isSlow: true, delayMs: 0 }));
  await sendRuns(dependencies, database, runs);
}
