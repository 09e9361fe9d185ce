import type { DeliveryRun } from "@leadrelay/contracts/delivery-run";
import type { DeliveryWakeup } from "@leadrelay/contracts/delivery-wakeup";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { handleDeliveriesBatch } from "../src/deliveries/handle-deliveries-batch.ts";
import type { Dependencies } from "../src/dependencies.ts";
import { handleLeadsBatch } from "../src/submissions/handle-leads-batch.ts";
import type { VirtualTime } from "./virtual-time.ts";

type Handle = (batch: MessageBatch, dependencies: Dependencies) => Promise<void>;

/** Queues that hand each message over by itself, when it is due on a clock of its own, to as many consumers as it takes. */
export function timedQueues(time: VirtualTime) {
  const underWay = new Set<Promise<void>>();
  let dependencies: Dependencies | undefined;

  interface Waiting {
    queue: string;
    handle: Handle;
    body: unknown;
    delaySeconds?: number | undefined;
    attempts?: number;
  }

  function schedule(waiting: Waiting) {
    const handled = handOver(waiting);
    underWay.add(handled);
    void handled.finally(() => underWay.delete(handled));
  }

  async function handOver(waiting: Waiting) {
    const { queue, handle, body, delaySeconds = 0, attempts = 1 } = waiting;
    await time.wait(delaySeconds * 1000);
    if (dependencies === undefined) throw new Error("not started");
    let isSettled = false;
    const message: Message = {
      id: crypto.randomUUID(),
      timestamp: new Date(time.now()),
      body,
      attempts,
      ack: () => void (isSettled = true),
      retry: ({ delaySeconds: again = 10 } = {}) => {
        if (!isSettled) schedule({ ...waiting, delaySeconds: again, attempts: attempts + 1 });
        isSettled = true;
      },
    };
    await handle({ queue, messages: [message] } as unknown as MessageBatch, dependencies);
  }

  function queue<Body>(name: string, handle: Handle): Queue<Body> {
    const taken = { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
    return {
      send: async (body, options) => {
        schedule({ queue: name, handle, body, delaySeconds: options?.delaySeconds });
        return taken;
      },
      sendBatch: async (messages) => {
        for (const { body, delaySeconds } of messages) schedule({ queue: name, handle, body, delaySeconds });
        return taken;
      },
      metrics: async () => taken.metadata.metrics,
    };
  }

  return {
    leadsQueue: queue<SubmissionMessage>("leads", handleLeadsBatch),
    deliveriesQueue: queue<DeliveryWakeup | DeliveryRun>("deliveries", handleDeliveriesBatch),
    /** With these every message is handled. */
    start: (given: Dependencies) => void (dependencies = given),
    /** Resolves when no message is left. */
    untilEmpty: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
