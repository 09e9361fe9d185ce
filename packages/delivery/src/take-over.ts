import type { WakeupKey } from "@leadrelay/contracts/delivery-wakeup";
import { claimDeliveries, type Claim, type ClaimedRow } from "@leadrelay/db/deliveries/claim-deliveries";
import { recordLostAttempts } from "@leadrelay/db/deliveries/record-lost-attempts";
import { waitingDeliveries } from "@leadrelay/db/deliveries/waiting-deliveries";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { withRepeats } from "@leadrelay/db/with-repeats";
import type { DeliveryDependencies } from "./delivery-dependencies.ts";
import { deliveryName, wakeupKey, type DueAgain } from "./due-again.ts";

/**
 * Of what was not simply due: takes over what another worker's lease ran out on, and tells which wake-ups came too early; not
 * those whose delivery was tried since, because that try sent its own. Throws what D1 throws.
 */
export async function takeOver(
  keys: readonly WakeupKey[],
  claim: Claim,
  dependencies: DeliveryDependencies,
): Promise<{ taken: ClaimedRow[]; early: DueAgain[] }> {
  if (keys.length === 0) return { taken: [], early: [] };
  const [, taken, waiting] = await withRepeats(
    (isRepeat) =>
      runBatch(dependencies.lead, [
        recordLostAttempts(pipelineScope, keys, claim.nowMs),
        claimDeliveries(pipelineScope, keys, "lease_expired", { ...claim, isRepeat }),
        waitingDeliveries(pipelineScope, keys, claim.nowMs),
      ]),
    dependencies,
  );
  const attemptsAtWake = new Map(keys.map((key) => [deliveryName(key), key.attempts ?? 0]));
  const early = waiting
    .filter((delivery) => attemptsAtWake.get(deliveryName(delivery)) === delivery.attempts)
    .map((delivery) => ({ key: wakeupKey(delivery, delivery.attempts), at: delivery.next_attempt_at }));
  return { taken, early };
}
