import type { SentDelivery } from "../adapter.ts";

/** The delivery's id for a receiver's log, where its API has no place for one. */
export const deliveryHeader = ({
  delivery_public_id,
}: Pick<SentDelivery, "delivery_public_id">): Record<string, string> => ({
  "x-leadrelay-delivery": delivery_public_id,
});
