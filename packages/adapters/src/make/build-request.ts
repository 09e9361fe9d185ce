import type { SentLeadPayload } from "@leadrelay/contracts/lead-payload";
import type { OutgoingDelivery, OutgoingRequest, SentDelivery } from "../adapter.ts";
import type { MakeSettings } from "./settings.ts";

/** The flat lead payload with the delivery's own link; `callback_url` stays null until callbacks exist. */
export function sentBody({
  event,
  delivery_public_id,
}: SentDelivery): SentLeadPayload & Record<string, unknown> {
  return { ...event.payload, make_send_public_id: delivery_public_id, callback_url: null };
}

export function buildRequest(settings: MakeSettings, delivery: OutgoingDelivery): OutgoingRequest {
  return {
    url: settings.url,
    method: "POST",
    headers: {
      "content-type": "application/json",
      "user-agent": "LeadRelay/1.0",
      ...(settings.api_key ? { "x-make-apikey": settings.api_key } : {}),
    },
    body: JSON.stringify(sentBody(delivery)),
  };
}
