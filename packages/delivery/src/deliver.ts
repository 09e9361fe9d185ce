import type { WakeupKey } from "@leadrelay/contracts/delivery-wakeup";
import { claimWoken } from "./claim-woken.ts";
import type { DeliveryDependencies } from "./delivery-dependencies.ts";
import { wakeupKey, type DueAgain } from "./due-again.ts";
import { sendClaimed } from "./send-claimed.ts";
import { sendPace } from "./send-pace.ts";
import { settleSent } from "./settle-sent.ts";

/**
 * Claims what is due among `keys`, sends it, and settles every outcome: three D1 calls for up to 30 deliveries.
 * Returns what must be woken again: retries, and what was woken too early. Throws what D1 throws; a claim whose settle failed comes
 * back when its lease runs out.
 * @param perSecond requests a second at each destination, each when it is due; null: what is due at once
 */
export async function deliver(
  keys: readonly WakeupKey[],
  dependencies: DeliveryDependencies,
  perSecond: number | null = null,
): Promise<DueAgain[]> {
  const pace = sendPace(perSecond, dependencies);
  const { claimed, early } = await claimWoken(keys, pace, dependencies);
  const sent = await sendClaimed(claimed, pace, dependencies);
  await settleSent(sent, dependencies);
  const retries = sent.flatMap(({ attempt }) =>
    attempt.next_attempt_at === null
      ? []
      : [{ key: wakeupKey(attempt, attempt.number), at: attempt.next_attempt_at }],
  );
  return [...early, ...retries];
}
