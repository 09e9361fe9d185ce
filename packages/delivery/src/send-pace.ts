import type { ClaimedDelivery } from "./claim-woken.ts";
import type { DeliveryDependencies } from "./delivery-dependencies.ts";

/** How fast the deliveries of one wake-up are sent. */
export interface SendPace {
  /** What is due so much later is claimed too. */
  aheadMs: number;
  /** How much longer the pace may make so many sends. */
  spreadMs: (sends: number) => number;
  /** Resolves when the delivery may be sent. */
  turnOf: (claimed: ClaimedDelivery) => Promise<void>;
}

const atOnce: SendPace = { aheadMs: 0, spreadMs: () => 0, turnOf: async () => {} };

/** A paced wake-up holds a second of sends, and comes at most a second before the first: queues count in whole seconds. */
const wakeupSpanMs = 2_500;

/**
 * Sends each delivery when it is due, and those of a destination no closer together than the pace; late ones do not catch up.
 * null: as fast as the lanes go.
 */
export function sendPace(
  perSecond: number | null,
  { now, wait }: Pick<DeliveryDependencies, "now" | "wait">,
): SendPace {
  if (perSecond === null) return atOnce;
  const intervalMs = 1000 / perSecond;
  const free = new Map<string, number>();
  return {
    aheadMs: wakeupSpanMs,
    spreadMs: (sends) => wakeupSpanMs + Math.ceil(sends * intervalMs),
    async turnOf({ delivery, destination }) {
      const at = Math.max(now(), delivery.next_attempt_at, free.get(destination.id) ?? 0);
      free.set(destination.id, at + intervalMs);
      const waitMs = at - now();
      if (waitMs > 0) await wait(waitMs);
    },
  };
}
