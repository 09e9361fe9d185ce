import type { SentLeadPayload } from "@leadrelay/contracts/lead-payload";
import type { OutgoingDelivery, OutgoingRequest, SentDelivery } from "../adapter.ts";
import { jsonRequest } from "../json-request.ts";
import { flatAttribution } from "../lead/flat-attribution.ts";
import { withMapping } from "../lead/with-mapping.ts";
import type { MakeSettings } from "./settings.ts";

/** The flat lead payload with the delivery's own link; `callback_url` is where its scenario tells what came of it. */
export function sentBody(
  { send_attribution = false }: MakeSettings,
  delivery: SentDelivery,
): Record<string, unknown> {
  const { event, delivery_public_id, callback_url = null } = delivery;
  const standard: SentLeadPayload & Record<string, unknown> = {
    ...event.payload,
    make_send_public_id: delivery_public_id,
    callback_url,
    ...(send_attribution ? flatAttribution(event.attribution) : {}),
  };
  return withMapping(standard, delivery);
}

export const buildRequest = (settings: MakeSettings, delivery: OutgoingDelivery): OutgoingRequest =>
  jsonRequest(settings.url, sentBody(settings, delivery), {
    headers: settings.api_key ? { "x-make-apikey": settings.api_key } : {},
  });
