import type { DeliveryRun } from "@leadrelay/contracts/delivery-run";
import type { DeliverySettlement } from "@leadrelay/contracts/delivery-settlement";
import type { DeliveryWakeup } from "@leadrelay/contracts/delivery-wakeup";
import type { ReplayStep } from "@leadrelay/contracts/replay-step";
import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { handleDeliveriesBatch } from "../src/deliveries/handle-deliveries-batch.ts";
import type { Dependencies } from "../src/dependencies.ts";
import { testDependencies, testNow } from "./deliver-messages.ts";

type Body = DeliveryWakeup | DeliveryRun | DeliverySettlement | ReplayStep;

interface Waiting {
  body: Body;
  /** Milliseconds UTC. */
  at: number;
}

/**
 * Queue `deliveries` on a clock of its own, which only its messages and the waits of their handlers move: hours pass at once. One
 * consumer takes one message at a time, as in the local stack.
 */
export function virtualQueue(startAt = testNow) {
  let clockMs = startAt;
  let waiting: Waiting[] = [];
  const put = (messages: Iterable<MessageSendRequest<Body>>) => {
    for (const { body, delaySeconds = 0 } of messages)
      waiting.push({ body, at: clockMs + delaySeconds * 1000 });
    return Promise.resolve({ metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } });
  };
  const queue: Queue<Body> = {
    send: (body, options) => put([{ body, ...options }]),
    sendBatch: put,
    metrics: async () => ({ backlogCount: 0, backlogBytes: 0 }),
  };
  const clock = {
    now: () => clockMs,
    wait: async (ms: number) => {
      const until = clockMs + ms;
      await Promise.resolve();
      clockMs = Math.max(clockMs, until);
    },
  };

  async function handle(body: Body, dependencies: Dependencies): Promise<void> {
    const batch = createMessageBatch("deliveries", [{ id: "1", timestamp: new Date(0), attempts: 1, body }]);
    await handleDeliveriesBatch(batch, dependencies);
    const { retryMessages } = await getQueueResult(batch, createExecutionContext());
    if (retryMessages.length > 0) waiting.push({ body, at: clockMs + 10_000 });
  }

  return {
    clock,
    waiting: () => waiting.map(({ body }) => body),
    /** Everything is gone, as when the local stack is killed; and so much time passes. */
    lose(passMs = 0) {
      waiting = [];
      clockMs += passMs;
    },
    /** The test's dependencies on this queue and clock. */
    dependencies: (given: Partial<Dependencies> = {}): Dependencies => ({
      ...testDependencies(),
      random: () => 0.5,
      ...clock,
      deliveriesQueue: queue,
      ...given,
    }),
    /** Hands over messages as they become due, until none is left, `until` (ms) comes, or `atMost` were taken; `only` leaves the other kind waiting. */
    async run(
      dependencies: Dependencies,
      {
        until = Infinity,
        atMost = 10_000,
        only,
      }: { until?: number; atMost?: number; only?: Body["type"] } = {},
    ): Promise<void> {
      for (let taken = 0; taken < atMost; taken += 1) {
        const wanted = waiting.filter(({ at, body }) => at <= until && body.type === (only ?? body.type));
        const [next] = wanted.toSorted((a, b) => a.at - b.at);
        if (next === undefined) break;
        waiting.splice(waiting.indexOf(next), 1);
        clockMs = Math.max(clockMs, next.at);
        await handle(next.body, dependencies);
      }
      if (until !== Infinity) clockMs = Math.max(clockMs, until);
    },
  };
}
