import type { WakeupKey } from "@leadrelay/contracts/delivery-wakeup";
import { leaseMs } from "@leadrelay/core/lanes/lease-ms";
import { cancelDeliveries } from "@leadrelay/db/deliveries/cancel-deliveries";
import { claimDeliveries } from "@leadrelay/db/deliveries/claim-deliveries";
import { holdDeliveries } from "@leadrelay/db/deliveries/hold-deliveries";
import { recordLostAttempts } from "@leadrelay/db/deliveries/record-lost-attempts";
import { wokenDeliveries, type WokenDelivery } from "@leadrelay/db/deliveries/woken-deliveries";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { destinationsByIds } from "@leadrelay/db/destinations/destinations-by-ids";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { DeliveryDependencies } from "./delivery-dependencies.ts";
import { wakeupKey, type DueAgain } from "./due-again.ts";

/** A delivery of which one attempt is ours, and where it goes. */
export interface ClaimedDelivery {
  delivery: WokenDelivery & { event: NonNullable<WokenDelivery["event"]> };
  destination: Destination;
}

/** Takes what is due, a delivery named twice once; what its destination's state forbids is held or cancelled, what was woken too early is returned. */
export async function claimWoken(
  given: readonly WakeupKey[],
  { control, lead, timeoutMs, now }: DeliveryDependencies,
): Promise<{ claimed: ClaimedDelivery[]; early: DueAgain[] }> {
  const keys = [...new Map(given.map((key) => [nameOf(key), key])).values()];
  const ids = [...new Set(keys.map(({ destination_id }) => destination_id))];
  const [found] = await runBatch(control, [destinationsByIds(pipelineScope, ids)]);
  const destinations = new Map(found.map((destination) => [destination.id, destination]));
  const fate = (key: WakeupKey) => fateUnder(destinations.get(key.destination_id));
  const { send = [], hold = [], cancel = [] } = Object.groupBy(keys, fate);
  const nowMs = now();
  const longestMs = Math.max(...found.map(({ timeout_ms }) => timeout_ms ?? timeoutMs), timeoutMs);
  const leaseUntil = nowMs + leaseMs(keys.length, longestMs);
  const [, , , claimedIds, woken] = await runBatch(lead, [
    recordLostAttempts(pipelineScope, keys, nowMs),
    holdDeliveries(pipelineScope, hold, nowMs),
    cancelDeliveries(pipelineScope, cancel, nowMs),
    claimDeliveries(pipelineScope, send, { nowMs, leaseUntil }),
    wokenDeliveries(pipelineScope, send, leaseUntil),
  ]);
  const ours = new Set(claimedIds);
  const claimed = woken.flatMap((delivery): ClaimedDelivery[] => {
    const destination = destinations.get(delivery.destination_id);
    const { event } = delivery;
    if (!ours.has(delivery.public_id) || event === null || destination === undefined) return [];
    return [{ delivery: { ...delivery, event }, destination }];
  });
  return { claimed, early: wokenEarly(keys, woken, nowMs) };
}

const nameOf = ({ lead_id, event_id, destination_id }: WakeupKey) =>
  `${lead_id}/${event_id}/${destination_id}`;

function fateUnder(destination: Destination | undefined): "send" | "hold" | "cancel" {
  if (destination === undefined || destination.deleted) return "cancel";
  return destination.enabled ? "send" : "hold";
}

/** Still to come; not those tried since this wake-up was sent, because that try sent its own. */
function wokenEarly(keys: readonly WakeupKey[], woken: readonly WokenDelivery[], nowMs: number): DueAgain[] {
  const attemptsAtWake = new Map(keys.map((key) => [nameOf(key), key.attempts ?? 0]));
  return woken.flatMap((delivery) => {
    const at = delivery.next_attempt_at;
    const isWaiting = delivery.status === "pending" && at !== null && at > nowMs;
    const isOurs = attemptsAtWake.get(nameOf(delivery)) === delivery.attempts;
    return isWaiting && isOurs ? [{ key: wakeupKey(delivery, delivery.attempts), at }] : [];
  });
}
