import { deliveryRunSchema } from "@leadrelay/contracts/delivery-run";
import { deliverySettlementSchema } from "@leadrelay/contracts/delivery-settlement";
import { deliveryWakeupSchema, type DeliveryWakeup } from "@leadrelay/contracts/delivery-wakeup";
import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { replayStepSchema } from "@leadrelay/contracts/replay-step";
import { sweepContinuationSchema } from "@leadrelay/contracts/sweep-continuation";
import { congestedAfterMs } from "@leadrelay/core/destination-health/destination-health";
import { deliver } from "@leadrelay/delivery/deliver";
import { runDestination } from "@leadrelay/delivery/run/run-destination";
import { takeReplayStep } from "@leadrelay/delivery/replay/take-replay-step";
import type { Dependencies } from "../dependencies.ts";
import { replayDependencies } from "../replays/replay-dependencies.ts";
import { continueSweep } from "../sweeps/continue-sweep.ts";
import { askFor } from "./ask-for.ts";
import { settleMessage } from "./settle-message.ts";
import { reachedFor } from "./reached-for.ts";

const retryDelaySeconds = 10;

/** The queue whose invocations hold up no destination that answers fast. */
const slowQueue = "deliveries-slow";

/**
 * Queues `deliveries` and `deliveries-slow`: each message hints at deliveries that may be due, at a destination with more of them, or
 * at a step of a replay, or at the rest of a sweep. What is stored decides what there is to do.
 */
export async function handleDeliveriesBatch(batch: MessageBatch, dependencies: Dependencies): Promise<void> {
  const isApart = batch.queue.startsWith(slowQueue) || dependencies.slowDeliveriesQueue === null;
  for (const message of batch.messages) await handleMessage(message, isApart, dependencies);
}

async function handleMessage(message: Message, isApart: boolean, dependencies: Dependencies): Promise<void> {
  const work = readMessage(message.body, isApart, dependencies);
  if (work === undefined) {
    logEvent("message.invalid", { queue: "deliveries", message_id: message.id });
    message.ack();
    return;
  }
  try {
    await work.run();
    message.ack();
  } catch (error) {
    const reason = reasonOf(error);
    logEvent("message.retried", { queue: "deliveries", ...work.about, reason });
    message.retry({ delaySeconds: retryDelaySeconds });
  }
}

interface Work {
  about: Record<string, string | number>;
  run: () => Promise<unknown>;
}

/** What a message asks for; undefined for none of ours. */
function readMessage(body: unknown, isApart: boolean, dependencies: Dependencies): Work | undefined {
  const wakeup = deliveryWakeupSchema.safeParse(body);
  if (wakeup.success)
    return { about: { keys: wakeup.data.keys.length }, run: () => wake(wakeup.data, isApart, dependencies) };
  const run = deliveryRunSchema.safeParse(body);
  if (run.success) {
    const { database, destination_id, apart = false } = run.data;
    return {
      about: { destination_id },
      run: async () => {
        const reached = reachedFor(database, dependencies);
        await askFor(await runDestination(destination_id, reached, isApart || apart), database, dependencies);
      },
    };
  }
  const settlement = deliverySettlementSchema.safeParse(body);
  if (settlement.success) {
    const { data } = settlement;
    return { about: { deliveries: data.sent.length }, run: () => settleMessage(data, dependencies) };
  }
  const rest = sweepContinuationSchema.safeParse(body);
  if (rest.success)
    return { about: { sweep: rest.data.task }, run: () => continueSweep(rest.data, dependencies) };
  const step = replayStepSchema.safeParse(body);
  if (!step.success) return undefined;
  const { plan_id } = step.data;
  return { about: { plan_id }, run: () => takeReplayStep(step.data, replayDependencies(dependencies)) };
}

/**
 * Sends what it names; where it came late, because others wait too, it asks for its destinations' runs instead, of which each has a
 * share: whichever of them is busiest holds up no other.
 */
async function wake(
  { database, keys, per_second: perSecond, at }: DeliveryWakeup,
  isApart: boolean,
  dependencies: Dependencies,
): Promise<void> {
  const reached = reachedFor(database, dependencies);
  const lateMs = at === undefined ? 0 : dependencies.now() - at;
  if (perSecond === undefined && lateMs > congestedAfterMs) {
    const ids = new Set(keys.map(({ destination_id }) => destination_id));
    for (const id of ids) await askFor(await runDestination(id, reached, isApart), database, dependencies);
    return;
  }
  const round = await deliver(keys, reached, { perSecond: perSecond ?? null });
  await askFor(round, database, dependencies, perSecond);
}
