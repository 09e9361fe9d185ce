import type { OutgoingDelivery, OutgoingRequest, SentDelivery } from "../adapter.ts";
import { jsonRequest } from "../json-request.ts";
import { withMapping } from "../lead/with-mapping.ts";
import { signatureOf, type WebhookSettings } from "./settings.ts";
import { signatureHeaders } from "./signature-headers.ts";

/**
 * `{type, timestamp, data}` as Standard Webhooks has it, or `{event, data}` as receivers made for LeadsBot read it. The same for every try:
 * what differs is in headers.
 */
export function sentBody(settings: WebhookSettings, delivery: SentDelivery): Record<string, unknown> {
  const { event, delivery_public_id, mapped, callback_url } = delivery;
  // What is mapped alone is the whole body, since receivers that need that have one of their own.
  if (mapped?.only === true) return mapped.body;
  const standard = {
    ...(event.notice === undefined ? event.payload : { ...event.notice, lead: leadOf(event) }),
    event_id: event.id,
    delivery_id: delivery_public_id,
    ...(callback_url == null ? {} : { callback_url }),
    ...(settings.send_attribution === true ? { attribution: event.attribution } : {}),
  };
  const data = withMapping(standard, delivery);
  return signatureOf(settings) === "body_hmac"
    ? { event: event.type, data }
    : { type: event.type, timestamp: new Date(event.created_at).toISOString(), data };
}

/** The lead that a notice is about or told by; null: there is none. */
const leadOf = ({ payload }: SentDelivery["event"]) => (payload.lead_public_id === null ? null : payload);

export async function buildRequest(
  settings: WebhookSettings,
  delivery: OutgoingDelivery,
): Promise<OutgoingRequest> {
  const { header_name, header_value } = settings;
  const request = jsonRequest(settings.url, sentBody(settings, delivery), {
    headers: header_name != null && header_value != null ? { [header_name]: header_value } : {},
  });
  const signed = await signatureHeaders(settings, delivery, request.body ?? "");
  return { ...request, headers: { ...request.headers, ...signed } };
}
