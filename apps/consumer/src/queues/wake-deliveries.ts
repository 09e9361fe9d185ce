import { wakeupKeyLimit, type DeliveryWakeup, type WakeupKey } from "@leadrelay/contracts/delivery-wakeup";
import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import type { Dependencies } from "../dependencies.ts";
import { sendInBatches } from "./send-in-batches.ts";

export type WakeupRequest = MessageSendRequest<DeliveryWakeup>;

/** A queue keeps a message back for at most a day; the sweep finds what is due later. */
export const longestDelaySeconds = 86_400;

/** send() has been seen to hang for 57 s; a wake-up is not worth that wait. */
export const queueTimeoutMs = 3_000;

/**
 * Queues hints that these deliveries may be due, at most 30 a message. Never throws: a failure is logged, D1 is the truth and
 * the sweep wakes what nobody woke.
 * @param database the D1 binding the rows are in
 */
export async function wakeDeliveries(
  dependencies: Pick<Dependencies, "deliveriesQueue" | "now">,
  database: string,
  keys: readonly WakeupKey[],
  delaySeconds = 0,
): Promise<void> {
  const nowMs = dependencies.now();
  await sendWakeups(dependencies, wakeupRequests(database, keys, { delaySeconds, nowMs }));
}

/** Wakes each delivery when it is due (ms); those due about the same time share messages. */
export async function wakeDeliveriesWhenDue(
  dependencies: Pick<Dependencies, "deliveriesQueue" | "now">,
  database: string,
  due: readonly { key: WakeupKey; at: number }[],
): Promise<void> {
  const nowMs = dependencies.now();
  const together = Map.groupBy(due, ({ at }) => delayUntil(at, nowMs));
  const requests = [...together].flatMap(([delaySeconds, entries]) =>
    wakeupRequests(
      database,
      entries.map(({ key }) => key),
      { delaySeconds, nowMs },
    ),
  );
  await sendWakeups(dependencies, requests);
}

/** Rounded up, so that a wake-up is not early: to the second, and to a quarter of a minute for waits over one. */
function delayUntil(at: number, nowMs: number): number {
  const stepSeconds = at - nowMs > 60_000 ? 15 : 1;
  return Math.max(0, Math.ceil((at - nowMs) / 1000 / stepSeconds) * stepSeconds);
}

/** At most 30 deliveries a message, all of one destination: it takes as long as its slowest send, and must not hold up another's. */
export function wakeupRequests(
  database: string,
  keys: readonly WakeupKey[],
  { delaySeconds, nowMs }: { delaySeconds: number; nowMs: number },
): WakeupRequest[] {
  const seconds = Math.min(delaySeconds, longestDelaySeconds);
  const delay = seconds > 0 ? { delaySeconds: seconds } : {};
  const at = nowMs + seconds * 1000;
  const ofDestinations = [...Map.groupBy(keys, ({ destination_id }) => destination_id).values()];
  return ofDestinations.flatMap((together) =>
    Array.from({ length: Math.ceil(together.length / wakeupKeyLimit) }, (_, chunk): WakeupRequest => {
      const chunkKeys = together.slice(chunk * wakeupKeyLimit, (chunk + 1) * wakeupKeyLimit);
      return { body: { v: 1, type: "wakeup", database, keys: chunkKeys, at }, ...delay };
    }),
  );
}

/** Never throws. */
export async function sendWakeups(
  { deliveriesQueue }: Pick<Dependencies, "deliveriesQueue">,
  requests: readonly WakeupRequest[],
): Promise<void> {
  if (requests.length === 0) return;
  try {
    await withTimeLimit(queueTimeoutMs, sendInBatches(deliveriesQueue, requests));
  } catch (error) {
    logEvent("wakeup.failed", {
      messages: requests.length,
      error: reasonOf(error),
    });
  }
}
