import type { DeliveryKey, WakeupKey } from "@leadrelay/contracts/delivery-wakeup";

/** A delivery that must be woken again, and when (ms). */
export interface DueAgain {
  key: WakeupKey;
  at: number;
}

/** Names the delivery and how often it was tried, so that a later try makes this wake-up void. */
export const wakeupKey = (
  { lead_id, event_id, destination_id }: DeliveryKey,
  attempts: number,
): WakeupKey => ({
  lead_id,
  event_id,
  destination_id,
  attempts,
});

/** One text per delivery, for maps. */
export const deliveryName = ({ lead_id, event_id, destination_id }: DeliveryKey) =>
  `${lead_id}/${event_id}/${destination_id}`;
