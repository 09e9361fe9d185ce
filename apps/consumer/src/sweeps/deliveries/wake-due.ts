import type { WakeupKey } from "@leadrelay/contracts/delivery-wakeup";
import { slotAt } from "@leadrelay/core/replay/slots";
import type { DueDelivery } from "@leadrelay/db/deliveries/due-deliveries";
import { wakeDeliveriesAtPace } from "../../deliveries/wake-at-pace.ts";
import { wakeDeliveries } from "../../deliveries/wake-deliveries.ts";
import type { Dependencies } from "../../dependencies.ts";

/** Until the next sweep. */
const minuteSeconds = 60;

/**
 * Wakes what is due. A destination whose replays were paced lately gets no more than a minute's worth, at that pace: what a crash left
 * of them must not reach it all at once.
 * @param paces requests a second by destination
 */
export async function wakeDue(
  dependencies: Pick<Dependencies, "deliveriesQueue" | "now">,
  database: string,
  due: readonly DueDelivery[],
  paces: ReadonlyMap<string, number>,
): Promise<void> {
  const unpaced = due.filter(({ destination_id }) => !paces.has(destination_id));
  await wakeDeliveries(dependencies, database, unpaced.map(keyOf));
  const nowMs = dependencies.now();
  for (const [destinationId, perSecond] of paces) {
    const mine = due.filter(({ destination_id }) => destination_id === destinationId);
    const minutesWorth = mine.slice(0, Math.ceil(perSecond * minuteSeconds));
    const paced = minutesWorth.map((delivery, index) => ({
      key: keyOf(delivery),
      at: slotAt(nowMs, index, perSecond),
    }));
    await wakeDeliveriesAtPace(dependencies, database, paced, perSecond);
  }
}

const keyOf = ({ lead_id, event_id, destination_id, attempts }: DueDelivery): WakeupKey => ({
  lead_id,
  event_id,
  destination_id,
  attempts,
});
