import { deliveryWakeupSchema, type DeliveryWakeup } from "@leadrelay/contracts/delivery-wakeup";
import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { replayStepSchema } from "@leadrelay/contracts/replay-step";
import { deliver } from "@leadrelay/delivery/deliver";
import { takeReplayStep } from "@leadrelay/delivery/replay/take-replay-step";
import type { Dependencies } from "../dependencies.ts";
import { replayDependencies } from "../replays/replay-dependencies.ts";
import { urlRules } from "./url-rules.ts";
import { wakeDeliveriesAtPace } from "../queues/wake-at-pace.ts";
import { wakeDeliveriesWhenDue } from "../queues/wake-deliveries.ts";

const retryDelaySeconds = 10;

/** Queue `deliveries`: each message hints at deliveries that may be due, or at a step of a replay. D1 decides what there is to do. */
export async function handleDeliveriesBatch(batch: MessageBatch, dependencies: Dependencies): Promise<void> {
  for (const message of batch.messages) await handleMessage(message, dependencies);
}

async function handleMessage(message: Message, dependencies: Dependencies): Promise<void> {
  const work = readMessage(message.body, dependencies);
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
function readMessage(body: unknown, dependencies: Dependencies): Work | undefined {
  const wakeup = deliveryWakeupSchema.safeParse(body);
  if (wakeup.success)
    return { about: { keys: wakeup.data.keys.length }, run: () => wake(wakeup.data, dependencies) };
  const step = replayStepSchema.safeParse(body);
  if (!step.success) return undefined;
  const { plan_id } = step.data;
  return { about: { plan_id }, run: () => takeReplayStep(step.data, replayDependencies(dependencies)) };
}

async function wake(
  { database, keys, per_second: perSecond }: DeliveryWakeup,
  dependencies: Dependencies,
): Promise<void> {
  const reached = {
    control: dependencies.control,
    lead: dependencies.leadDatabase(database),
    sealer: dependencies.sealer,
    fetch: dependencies.fetch,
    now: dependencies.now,
    random: dependencies.random,
    wait: dependencies.wait,
    retrySchedule: dependencies.config.retrySchedule,
    timeoutMs: dependencies.config.deliveryTimeoutMs,
    ...urlRules(dependencies.config),
  };
  const due = await deliver(keys, reached, perSecond ?? null);
  if (perSecond === undefined) await wakeDeliveriesWhenDue(dependencies, database, due);
  else await wakeDeliveriesAtPace(dependencies, database, due, perSecond);
}
