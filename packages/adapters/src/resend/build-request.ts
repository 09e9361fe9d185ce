import type { OutgoingDelivery, OutgoingRequest, SentDelivery } from "../adapter.ts";
import { deliveryHeader, emailOfLead } from "../email/email-of-lead.ts";
import { jsonRequest } from "../json-request.ts";
import type { ResendSettings } from "./settings.ts";

export const sentBody = ({ from, to }: ResendSettings, delivery: SentDelivery): Record<string, unknown> => ({
  from,
  to,
  ...emailOfLead(delivery),
  headers: { [deliveryHeader]: delivery.delivery_public_id },
});

export const buildRequest = (
  settings: ResendSettings,
  delivery: OutgoingDelivery,
): Promise<OutgoingRequest> => resendRequest(settings.api_key, sentBody(settings, delivery), delivery);

/** Resend sends what comes under one key once, and refuses another body under it: other settings are another key. */
export async function resendRequest(
  apiKey: string,
  body: Record<string, unknown>,
  { delivery_public_id }: Pick<OutgoingDelivery, "delivery_public_id">,
): Promise<OutgoingRequest> {
  const headers = {
    authorization: `Bearer ${apiKey}`,
    "idempotency-key": `${delivery_public_id}/${await hashOf(JSON.stringify(body))}`,
  };
  return jsonRequest("https://api.resend.com/emails", body, { headers });
}

async function hashOf(body: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body));
  const hex = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0"));
  return hex.slice(0, 16).join("");
}
