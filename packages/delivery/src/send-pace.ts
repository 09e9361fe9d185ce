import type { ClaimedRow } from "@leadrelay/db/deliveries/claim-deliveries";
import type { DeliveryDependencies } from "./delivery-dependencies.ts";

type PacedDelivery = Pick<ClaimedRow, "destination_id" | "next_attempt_at">;

/** How fast the deliveries of one wake-up are sent. */
export interface SendPace {
  isPaced: boolean;
  /** What is due so much later is claimed too. */
  aheadMs: number;
  /** How much longer the pace may make so many sends. */
  spreadMs: (sends: number) => number;
  /** Resolves when the delivery may be sent. */
  turnOf: (delivery: PacedDelivery) => Promise<void>;
}

/** As fast as the lanes go. */
export const atOnce: SendPace = { isPaced: false, aheadMs: 0, spreadMs: () => 0, turnOf: async () => {} };

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
    isPaced: true,
    aheadMs: wakeupSpanMs,
    spreadMs: (sends) => wakeupSpanMs + Math.ceil(sends * intervalMs),
    async turnOf({ destination_id, next_attempt_at }) {
      const at = Math.max(now(), next_attempt_at, free.get(destination_id) ?? 0);
      free.set(destination_id, at + intervalMs);
      const waitMs = at - now();
      if (waitMs > 0) await wait(waitMs);
    },
  };
}
