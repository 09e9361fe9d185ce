import { deliveryWakeupSchema } from "@leadrelay/contracts/delivery-wakeup";
import { logEvent } from "@leadrelay/contracts/log-event";
import { deliver } from "@leadrelay/delivery/deliver";
import type { Dependencies } from "../dependencies.ts";
import { urlRules } from "./url-rules.ts";
import { wakeDeliveriesWhenDue } from "./wake-deliveries.ts";

const retryDelaySeconds = 10;

/** Queue `deliveries`: each message hints at deliveries that may be due. D1 decides which are. */
export async function handleDeliveriesBatch(batch: MessageBatch, dependencies: Dependencies): Promise<void> {
  for (const message of batch.messages) await handleWakeup(message, dependencies);
}

async function handleWakeup(message: Message, dependencies: Dependencies): Promise<void> {
  const parsed = deliveryWakeupSchema.safeParse(message.body);
  if (!parsed.success) {
    logEvent("message.invalid", { queue: "deliveries", message_id: message.id });
    message.ack();
    return;
  }
  const { database, keys } = parsed.data;
  try {
    const due = await deliver(keys, {
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
    });
    await wakeDeliveriesWhenDue(dependencies, database, due);
    message.ack();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    logEvent("message.retried", { queue: "deliveries", keys: keys.length, reason });
    message.retry({ delaySeconds: retryDelaySeconds });
  }
}
