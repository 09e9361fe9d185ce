import type { SentDelivery } from "../adapter.ts";
import { withMapping } from "./with-mapping.ts";
import { flatAttribution } from "./flat-attribution.ts";
import { flatNotice } from "./flat-notice.ts";

/** An event all on one level, as tools in which people map fields by hand show it best; a notice before the lead that it is about. */
export const flatEvent = (
  { send_attribution }: { send_attribution?: boolean | undefined },
  delivery: SentDelivery,
): Record<string, unknown> => {
  const { event, delivery_public_id, callback_url } = delivery;
  const { notice, payload } = event;
  const standard = {
    event: event.type,
    event_id: event.id,
    delivery_id: delivery_public_id,
    ...(callback_url == null ? {} : { callback_url }),
    ...(notice === undefined ? {} : flatNotice(notice)),
    ...(notice === undefined || payload.lead_public_id !== null ? payload : {}),
    ...(send_attribution === true ? flatAttribution(event.attribution) : {}),
  };
  return withMapping(standard, delivery);
};
