import type { OutgoingDelivery, OutgoingRequest, SentDelivery } from "../adapter.ts";
import { deliveryHeader, emailOfLead } from "../email/email-of-lead.ts";
import { jsonRequest } from "../json-request.ts";
import type { OutgoingEmail } from "./outgoing-email.ts";
import type { CloudflareEmailSettings } from "./settings.ts";

/** A name that is nobody's, and never will be (RFC 2606). */
export const bindingHost = "send-email.binding.invalid";

export const sentBody = (
  { from, to }: CloudflareEmailSettings,
  delivery: SentDelivery,
): OutgoingEmail & Record<string, unknown> => ({
  from: senderOf(from),
  to,
  ...emailOfLead(delivery),
  headers: { [deliveryHeader]: delivery.delivery_public_id },
});

export const buildRequest = (
  settings: CloudflareEmailSettings,
  delivery: OutgoingDelivery,
): OutgoingRequest => ({
  ...jsonRequest(`https://${bindingHost}/`, sentBody(settings, delivery)),
  binding: "send_email",
});

/** `Leads <leads@example.com>` in two parts, as the binding wants it. */
function senderOf(from: string): OutgoingEmail["from"] {
  const [, name, email] = /^(.*) <(.*)>$/.exec(from) ?? [];
  return name === undefined || email === undefined ? from : { email, name };
}
