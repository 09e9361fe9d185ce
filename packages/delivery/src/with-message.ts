import type { OutgoingDelivery } from "@leadrelay/adapters/adapter";
import { destinationKinds, getAdapter } from "@leadrelay/adapters/registry";
import { messageIn } from "@leadrelay/core/shape/message-in";

/** Whether what a person wrote stands in what a kind sends. */
export const showsMessage = (kind: string): boolean =>
  destinationKinds.includes(kind) && getAdapter(kind).showsMessage === true;

/**
 * A delivery with what the person wrote, where its kind shows that; a notice has none.
 * @param payloadJson all that was posted; null: it is not at hand
 */
export function withMessage<Delivery extends Pick<OutgoingDelivery, "event">>(
  delivery: Delivery,
  kind: string,
  payloadJson: string | null,
): Delivery & Pick<OutgoingDelivery, "message"> {
  if (payloadJson === null || delivery.event.notice !== undefined || !showsMessage(kind)) return delivery;
  return { ...delivery, message: messageIn(payloadJson) };
}
