import { logEvent } from "@leadrelay/contracts/log-event";
import { askRate } from "./ask-rate.ts";

/** Whether a door is knocked at faster from one address than anything true is; waits at most 50 ms and never throws. */
export type DoorRate = (id: string, ip: string | null) => Promise<boolean>;

/** Who floods a door is told of once in so long: a line for each would be what it costs. */
const toldEveryMs = 60_000;

/** Of doors that are no form's, by whose id they are found: what the log says of each. */
const events = { destination_id: "callback.too_fast", source_id: "source.too_fast" } as const;

/** @param limiter null: nothing is too fast */
export function createDoorRate({
  of,
  limiter,
  now,
}: {
  of: keyof typeof events;
  limiter: RateLimit | null;
  now: () => number;
}): DoorRate {
  let toldAt = -Infinity;
  return async (id, ip) => {
    const isOver = await askRate(id, ip, limiter, of)();
    if (isOver && now() - toldAt >= toldEveryMs) {
      toldAt = now();
      logEvent(events[of], { [of]: id });
    }
    return isOver;
  };
}
