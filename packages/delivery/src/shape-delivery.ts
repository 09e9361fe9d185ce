import type { OutgoingDelivery } from "@leadrelay/adapters/adapter";
import { leadValues, type ToldLead } from "@leadrelay/core/shape/lead-values";
import { mapLead } from "@leadrelay/core/shape/map-lead";
import type { Posted } from "@leadrelay/core/shape/posted";
import { readStoredShape } from "./read-stored-shape.ts";

type Given = Pick<OutgoingDelivery, "delivery_public_id" | "event">;

/**
 * A delivery with what its destination's mapping makes of the lead, the same at every try; as it is where there is none, and of a notice, which
 * is written as its kind has it. Throws for a shape that cannot be read and a mapping that breaks at this lead.
 * @param posted null: it is not at hand, and no mapping asks for it
 */
export function shapeDelivery<Delivery extends Given>(
  delivery: Delivery,
  shapeJson: string | null,
  posted: Posted | null,
): Delivery & Pick<OutgoingDelivery, "mapped"> {
  const { event, delivery_public_id } = delivery;
  if (shapeJson === null || event.notice !== undefined) return delivery;
  const { mapping } = readStoredShape(shapeJson);
  if (mapping === null) return delivery;
  const lead = leadValues({ ...told(event), ...(posted ?? unknown), delivery_public_id });
  return { ...delivery, mapped: mapLead(mapping, lead, event.created_at) };
}

const unknown = { message: null, payload_json: null };

const told = (event: Given["event"]): Pick<ToldLead, "event" | "payload" | "attribution"> => ({
  event,
  payload: event.payload,
  attribution: event.attribution,
});
