import { wakeupKeyLimit, type WakeupKey } from "@leadrelay/contracts/delivery-wakeup";
import type { Dependencies } from "../dependencies.ts";
import { longestDelaySeconds, sendWakeups, type WakeupRequest } from "./wake-deliveries.ts";

interface Due {
  key: WakeupKey;
  /** Milliseconds UTC. */
  at: number;
}

/** Sends of one message start within so many ms. */
const spanMs = 1_000;

/** Wakes deliveries for a paced send. Never throws. */
export async function wakeDeliveriesAtPace(
  dependencies: Pick<Dependencies, "deliveriesQueue" | "now">,
  database: string,
  due: readonly Due[],
  perSecond: number,
): Promise<void> {
  await sendWakeups(dependencies, pacedWakeups(database, due, perSecond, dependencies.now()));
}

/**
 * Messages for a paced send: each holds a second of it at most and comes just before its first, and whoever takes it sends each
 * when it is due.
 */
export function pacedWakeups(
  database: string,
  due: readonly Due[],
  perSecond: number,
  nowMs: number,
): WakeupRequest[] {
  return seconds(due).map((together): WakeupRequest => {
    const firstAt = together[0]?.at ?? nowMs;
    const delaySeconds = Math.min(longestDelaySeconds, Math.max(0, Math.floor((firstAt - nowMs) / 1000)));
    const keys = together.map(({ key }) => key);
    const body = { v: 1, type: "wakeup", database, keys, per_second: perSecond } as const;
    return delaySeconds === 0 ? { body } : { body, delaySeconds };
  });
}

/** Cut in order of time, where a message is full or its second over. */
function seconds(due: readonly Due[]): Due[][] {
  const messages: Due[][] = [];
  for (const each of due.toSorted((a, b) => a.at - b.at)) {
    const last = messages.at(-1);
    const first = last?.[0];
    const fits = last !== undefined && first !== undefined && last.length < wakeupKeyLimit;
    if (fits && each.at < first.at + spanMs) last.push(each);
    else messages.push([each]);
  }
  return messages;
}
