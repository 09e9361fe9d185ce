import type { OutgoingDelivery, OutgoingRequest, SentDelivery } from "../adapter.ts";
import { deliveryHeader, emailOfLead } from "../email/email-of-lead.ts";
import { jsonRequest } from "../json-request.ts";
import type { PostmarkSettings } from "./settings.ts";

export function sentBody(
  { from, to, message_stream }: PostmarkSettings,
  delivery: SentDelivery,
): Record<string, unknown> {
  const { subject, text, html } = emailOfLead(delivery);
  return {
    From: from,
    To: to.join(", "),
    Subject: subject,
    TextBody: text,
    HtmlBody: html,
    Headers: [{ Name: deliveryHeader, Value: delivery.delivery_public_id }],
    ...(message_stream ? { MessageStream: message_stream } : {}),
  };
}

export const buildRequest = (settings: PostmarkSettings, delivery: OutgoingDelivery): OutgoingRequest =>
  postmarkRequest(settings.server_token, sentBody(settings, delivery));

export const postmarkRequest = (token: string, body: Record<string, unknown>): OutgoingRequest =>
  jsonRequest("https://api.postmarkapp.com/email", body, {
    headers: { accept: "application/json", "x-postmark-server-token": token },
  });
