import type { WakeupKey } from "@leadrelay/contracts/delivery-wakeup";
import { slotAt } from "@leadrelay/core/replay/slots";
import type { DueDelivery } from "@leadrelay/db/deliveries/due-deliveries";
import { pacedWakeups } from "../../queues/wake-at-pace.ts";
import { sendWakeups, wakeupRequests } from "../../queues/wake-deliveries.ts";
import type { Dependencies } from "../../dependencies.ts";
import { queueBatches } from "../../queues/send-in-batches.ts";
import type { Budget } from "../budget.ts";

/** Until the next sweep. */
const minuteSeconds = 60;

interface Due {
  database: string;
  due: readonly DueDelivery[];
  /** Requests a second at which replays were sent lately, by destination. */
  paces: ReadonlyMap<string, number>;
}

/**
 * Wakes what is due, as far as the budget goes. Of what a replay sends, a destination whose replays were paced lately gets no more than
 * a minute's worth, at that pace: what a crash left of them must not reach it all at once. Nothing else is paced.
 */
export async function wakeDue(
  dependencies: Pick<Dependencies, "deliveriesQueue" | "now">,
  { database, due, paces }: Due,
  budget: Budget,
): Promise<void> {
  const nowMs = dependencies.now();
  const isPaced = ({ destination_id, replay_id }: DueDelivery) =>
    replay_id !== null && paces.has(destination_id);
  const unpaced = due.filter((delivery) => !isPaced(delivery));
  const replayed = due.filter(isPaced);
  const paced = [...paces].flatMap(([destinationId, perSecond]) => {
    const mine = replayed.filter(({ destination_id }) => destination_id === destinationId);
    const minutesWorth = mine.slice(0, Math.ceil(perSecond * minuteSeconds));
    const slots = minutesWorth.map((delivery, index) => ({
      key: keyOf(delivery),
      at: slotAt(nowMs, index, perSecond),
    }));
    return pacedWakeups(database, slots, perSecond, nowMs);
  });
  const requests = [...wakeupRequests(database, unpaced.map(keyOf), 0), ...paced];
  const affordable = queueBatches(requests).slice(0, budget.left);
  budget.take(affordable.length);
  await sendWakeups(dependencies, affordable.flat());
}

const keyOf = ({ lead_id, event_id, destination_id, attempts }: DueDelivery): WakeupKey => ({
  lead_id,
  event_id,
  destination_id,
  attempts,
});
