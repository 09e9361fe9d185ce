import type { WakeupKey } from "@leadrelay/contracts/delivery-wakeup";
import { claimWoken } from "./claim-woken.ts";
import type { ClaimedDelivery } from "./claimed-delivery.ts";
import type { Occasion } from "./occasion.ts";
import type { RunRequest } from "./run-request.ts";
import type { DeliveryDependencies } from "./delivery-dependencies.ts";
import { wakeupKey, type DueAgain } from "./due-again.ts";
import { settleHealth } from "./health/settle-health.ts";
import { sendClaimed } from "./send-claimed.ts";
import { sendPace, type SendPace } from "./send-pace.ts";
import { settleSent, type HandOver } from "./settle-sent.ts";
import type { SettledSend } from "./settled-send.ts";

/** What a round of deliveries leaves to be done by others. */
export interface Round {
  /** What must be woken again: retries, and what was woken too early. */
  again: DueAgain[];
  /** Destinations that somebody must work through; see `DeliveryRun`. */
  runs: RunRequest[];
  /** How many deliveries it claimed, held or cancelled. */
  moved: number;
  /** What a destination's tries say of it is not what it was. */
  hasChanged: boolean;
}

/**
 * Claims what is due among `keys`, sends it, and settles every outcome: three D1 calls for up to 30 deliveries. What goes to a slow
 * destination, or one that is down, is left to its runs. Throws what D1 throws; a claim whose settle failed comes back when its
 * lease runs out.
 * @param perSecond requests a second at each destination, each when it is due; null: what is due at once
 */
export async function deliver(
  keys: readonly WakeupKey[],
  dependencies: DeliveryDependencies,
  { perSecond = null, occasion = "wakeup" }: { perSecond?: number | null; occasion?: Occasion } = {},
): Promise<Round> {
  const pace = sendPace(perSecond, dependencies);
  const { claimed, early, left, stopped } = await claimWoken(keys, { pace, occasion }, dependencies);
  const round = await deliverClaimed(claimed, dependencies, { pace, occasion });
  return {
    ...round,
    again: [...early, ...round.again],
    runs: [...left, ...round.runs],
    moved: round.moved + stopped,
  };
}

/** Sends what is claimed already and settles every outcome, or leaves that to `handOver` while D1 is away. */
export async function deliverClaimed(
  claimed: readonly ClaimedDelivery[],
  dependencies: DeliveryDependencies,
  { pace, occasion, handOver }: { pace: SendPace; occasion: Occasion; handOver?: HandOver },
): Promise<Round> {
  if (claimed.length === 0) return { again: [], runs: [], moved: 0, hasChanged: false };
  const sent = await sendClaimed(claimed, { pace, occasion }, dependencies);
  const { isSettled, passedOn } = await settleSent(sent, dependencies, handOver);
  if (!isSettled) return { again: [], runs: [], moved: claimed.length, hasChanged: false };
  const change = await settleHealth(sent, dependencies, occasion === "probe");
  return { ...change, again: [...triesToCome(sent), ...passedOn], moved: claimed.length };
}

/** When those that failed are to be tried again. */
export const triesToCome = (sent: readonly SettledSend[]): DueAgain[] =>
  sent.flatMap(({ attempt }) =>
    attempt.next_attempt_at === null
      ? []
      : [{ key: wakeupKey(attempt, attempt.number), at: attempt.next_attempt_at }],
  );
