import type { Round } from "@leadrelay/delivery/deliver";
import type { Dependencies } from "../dependencies.ts";
import { sendRuns } from "../queues/send-runs.ts";
import { wakeDeliveriesAtPace } from "../queues/wake-at-pace.ts";
import { wakeDeliveriesWhenDue } from "../queues/wake-deliveries.ts";

/** Queues what a round leaves to others. */
export async function askFor(
  { again, runs }: Pick<Round, "again" | "runs">,
  database: string,
  dependencies: Dependencies,
  perSecond?: number,
): Promise<void> {
  await sendRuns(dependencies, database, runs);
  if (perSecond === undefined) await wakeDeliveriesWhenDue(dependencies, database, again);
  else await wakeDeliveriesAtPace(dependencies, database, again, perSecond);
}
