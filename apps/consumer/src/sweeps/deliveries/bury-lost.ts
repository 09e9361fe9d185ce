import { logEvent } from "@leadrelay/contracts/log-event";
import { chunkBySize, parameterLimits } from "@leadrelay/core/batching/chunk-by-size";
import { deliveryLetterId } from "@leadrelay/core/ids/derived-id";
import { noBucket } from "@leadrelay/core/statistics/latency-buckets";
import type { DueDelivery } from "@leadrelay/db/deliveries/due-deliveries";
import { insertAttempts } from "@leadrelay/db/deliveries/insert-attempts";
import { countSettled } from "@leadrelay/db/deliveries/count-settled";
import type { SettledAttempt } from "@leadrelay/db/deliveries/settled-attempt";
import { settleDeliveries } from "@leadrelay/db/deliveries/settle-deliveries";
import { writeDeadLetters } from "@leadrelay/db/dead-letters/write-dead-letters";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../../dependencies.ts";
import type { Budget } from "../budget.ts";

/** An attempt is written with some more words than the delivery it is made of. */
const lostLimits = { items: 1_000, bytes: parameterLimits.bytes / 2 };

/** What `buryLost` asks of D1. */
export const callsToBury = (lost: readonly DueDelivery[]): number => chunkBySize(lost, lostLimits).length;

/** Deliveries whose worker vanished in their last attempt: dead, with a letter. Should the worker come back with a 2xx, that wins. */
export async function buryLost(
  lost: readonly DueDelivery[],
  database: string,
  dependencies: Dependencies,
  budget: Budget,
): Promise<void> {
  const nowMs = dependencies.now();
  for (const chunk of chunkBySize(lost, lostLimits)) {
    if (!budget.take(1)) return;
    const attempts = chunk.map((delivery) => lostAttempt(delivery, nowMs));
    await settle(attempts, database, dependencies);
    for (const { public_id } of chunk) logEvent("delivery.lost", { delivery_id: public_id });
  }
}

async function settle(attempts: readonly SettledAttempt[], database: string, dependencies: Dependencies) {
  const nowMs = dependencies.now();
  await runBatch(dependencies.leadDatabase(database), [
    ...countSettled(pipelineScope, attempts),
    settleDeliveries(pipelineScope, attempts, nowMs),
    insertAttempts(pipelineScope, attempts),
    writeDeadLetters(pipelineScope, attempts, nowMs),
  ]);
}

const lostAttempt = (delivery: DueDelivery, nowMs: number): SettledAttempt => ({
  lead_id: delivery.lead_id,
  event_id: delivery.event_id,
  destination_id: delivery.destination_id,
  client_id: delivery.client_id,
  number: delivery.attempts,
  outcome: "lost",
  status_code: null,
  error: "the worker vanished in mid-send; the receiver may have it",
  started_at: delivery.lease_until ?? nowMs,
  duration_ms: 0,
  status: "dead",
  next_attempt_at: null,
  bucket: noBucket,
  ...(delivery.is_notice === 1 ? { is_notice: 1 } : {}),
  dead_letter: { id: deliveryLetterId(delivery.public_id, delivery.attempts), cause: "lost" },
});
