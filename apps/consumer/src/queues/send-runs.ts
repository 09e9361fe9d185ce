import type { DeliveryRun } from "@leadrelay/contracts/delivery-run";
import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import type { RunRequest } from "@leadrelay/delivery/run-request";
import type { Dependencies } from "../dependencies.ts";
import { sendInBatches } from "./send-in-batches.ts";
import { queueTimeoutMs } from "./wake-deliveries.ts";

/** Asks for runs of destinations, those of slow ones on a queue of their own. Never throws: the sweep asks again for what was lost. */
export async function sendRuns(
  { deliveriesQueue, slowDeliveriesQueue }: Pick<Dependencies, "deliveriesQueue" | "slowDeliveriesQueue">,
  database: string,
  runs: readonly RunRequest[],
): Promise<void> {
  const { slow = [], fast = [] } = Object.groupBy(runs, ({ isSlow }) => (isSlow ? "slow" : "fast"));
  for (const [queue, asked] of [
    [deliveriesQueue, fast],
    [slowDeliveriesQueue ?? deliveriesQueue, slow],
  ] as const) {
    if (asked.length === 0) continue;
    try {
      const requests = asked.map((run) => runRequest(database, run));
      await withTimeLimit(queueTimeoutMs, sendInBatches(queue, requests));
    } catch (error) {
      logEvent("wakeup.failed", { runs: asked.length, error: reasonOf(error) });
    }
  }
}

/** One message; queues count in whole seconds, and a probe that comes early finds that it is not due. */
function runRequest(
  database: string,
  { destination_id, delayMs, isSlow }: RunRequest,
): MessageSendRequest<DeliveryRun> {
  const asked = { v: 1, type: "run", database, destination_id } as const;
  const body: DeliveryRun = isSlow ? { ...asked, apart: true } : asked;
  const delaySeconds = Math.ceil(delayMs / 1000);
  return delaySeconds > 0 ? { body, delaySeconds } : { body };
}
