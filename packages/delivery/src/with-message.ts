import type { OutgoingDelivery } from "@leadrelay/adapters/adapter";
import { destinationKinds, getAdapter } from "@leadrelay/adapters/registry";
import type { Posted } from "@leadrelay/core/shape/posted";

/** Whether what a person wrote stands in what a kind sends. */
export const showsMessage = (kind: string): boolean =>
  destinationKinds.includes(kind) && getAdapter(kind).showsMessage === true;

/**
 * A delivery with what the person wrote, where its kind shows that; a notice has none.
 * @param posted null: it is not at hand
 */
export function withMessage<Delivery extends Pick<OutgoingDelivery, "event">>(
  delivery: Delivery,
  kind: string,
  posted: Posted | null,
): Delivery & Pick<OutgoingDelivery, "message"> {
  if (posted === null || delivery.event.notice !== undefined || !showsMessage(kind)) return delivery;
  return { ...delivery, message: posted.message };
}
