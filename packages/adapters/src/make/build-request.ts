import { attributionNames, type LeadAttribution } from "@leadrelay/contracts/attribution";
import type { SentLeadPayload } from "@leadrelay/contracts/lead-payload";
import type { OutgoingDelivery, OutgoingRequest, SentDelivery } from "../adapter.ts";
import type { MakeSettings } from "./settings.ts";

/** The flat lead payload with the delivery's own link; `callback_url` stays null until callbacks exist. */
export function sentBody(
  { send_attribution = false }: MakeSettings,
  { event, delivery_public_id }: SentDelivery,
): SentLeadPayload & Record<string, unknown> {
  return {
    ...event.payload,
    make_send_public_id: delivery_public_id,
    callback_url: null,
    ...(send_attribution ? sentAttribution(event.attribution) : {}),
  };
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
    body: JSON.stringify(sentBody(settings, delivery)),
  };
}

/** Flat as the rest: this submission's under its names, the lead's first behind `first_`; every name, `null` where nobody told. */
const sentAttribution = ({ first, latest }: LeadAttribution): Record<string, string | null> =>
  Object.fromEntries([
    ...attributionNames.map((name) => [name, latest?.[name] ?? null]),
    ...attributionNames.map((name) => [`first_${name}`, first?.[name] ?? null]),
  ]) as Record<string, string | null>;
