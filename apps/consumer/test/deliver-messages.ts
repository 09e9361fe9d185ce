import type { DeliveryRun } from "@leadrelay/contracts/delivery-run";
import type { DeliverySettlement } from "@leadrelay/contracts/delivery-settlement";
import type { DeliveryWakeup } from "@leadrelay/contracts/delivery-wakeup";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { idStocks } from "@leadrelay/db/intake/id-stock";
import { createExecutionContext, createMessageBatch, env, getQueueResult } from "cloudflare:test";
import { dependenciesOf, type Dependencies } from "../src/dependencies.ts";
import { handleLeadsBatch } from "../src/submissions/handle-leads-batch.ts";
import { fakeQueue } from "./fake-queue.ts";

export const testNow = 1_700_000_600_000;

/** An isolate of its own: the real bindings, a fixed clock that no wait moves, and queues that only keep what they are given. */
export function testDependencies(given: Partial<Dependencies> = {}) {
  const queues = {
    leadsQueue: fakeQueue<SubmissionMessage>(),
    deliveriesQueue: fakeQueue<DeliveryWakeup | DeliveryRun | DeliverySettlement>(),
  };
  const still = { now: () => testNow, wait: async () => {}, slowDeliveriesQueue: null };
  const made = dependenciesOf(env);
  // What a test stores stays to be delivered, unless it says otherwise.
  const config = { ...made.config, firstAttempts: 0 };
  return { ...made, idStock: idStocks(), config, ...still, ...given, ...queues };
}

/** Hands bodies to the `leads` consumer as one batch; says what became of each message. */
export async function deliverMessages(
  bodies: readonly unknown[],
  dependencies: Dependencies = testDependencies(),
  attempts = 1,
) {
  const messages = bodies.map((body, index) => ({
    id: `${index}`,
    timestamp: new Date(testNow),
    attempts,
    body,
  }));
  const batch = createMessageBatch("leads", messages);
  await handleLeadsBatch(batch, dependencies);
  const result = await getQueueResult(batch, createExecutionContext());
  return {
    acked: result.explicitAcks.map(Number).sort((a, b) => a - b),
    retried: result.retryMessages.map(({ msgId }) => Number(msgId)).sort((a, b) => a - b),
  };
}
