import { logEvent } from "@leadrelay/contracts/log-event";
import { askRate } from "../intake/rate/ask-rate.ts";

/** Whether a destination's door is knocked at faster from one address than anything true is; waits at most 50 ms and never throws. */
export type CallbackRate = (destinationId: string, ip: string | null) => Promise<boolean>;

/** Who floods a door is told of once in so long: a line for each would be what it costs. */
const toldEveryMs = 60_000;

/** @param limiter null: nothing is too fast */
export function createCallbackRate({
  limiter,
  now,
}: {
  limiter: RateLimit | null;
  now: () => number;
}): CallbackRate {
  let toldAt = -Infinity;
  return async (destinationId, ip) => {
    const isOver = await askRate(destinationId, ip, limiter, "destination_id")();
    if (isOver && now() - toldAt >= toldEveryMs) {
      toldAt = now();
      logEvent("callback.too_fast", { destination_id: destinationId });
    }
    return isOver;
  };
}
