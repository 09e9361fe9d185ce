import type { OutgoingDelivery, OutgoingRequest, SentDelivery } from "../adapter.ts";
import { deliveryHeader } from "../email/email-of-lead.ts";
import { postmarkRequest } from "../postmark/build-request.ts";
import { resendRequest } from "../resend/build-request.ts";
import { smsFields, twilioRequest } from "../twilio/build-request.ts";
import { replyRecipient } from "./reply-recipient.ts";
import { replyText } from "./reply-text.ts";
import type { ReplySettings } from "./settings.ts";

/** As Resend, Postmark or Twilio take it: plain text only, so that nothing in it is markup. */
export const sentBody = (settings: ReplySettings, delivery: SentDelivery): Record<string, unknown> =>
  settings.via === "twilio" ? smsBody(settings, delivery) : emailBody(settings, delivery);

const smsBody = (settings: ReplySettings, delivery: SentDelivery): Record<string, string> =>
  smsFields(
    { from: settings.from, to: replyRecipient(settings, delivery) },
    replyText(settings, delivery).text,
  );

function emailBody(settings: ReplySettings, delivery: SentDelivery): Record<string, unknown> {
  const { via, from, reply_to } = settings;
  const to = replyRecipient(settings, delivery);
  const { subject, text } = replyText(settings, delivery);
  const id = delivery.delivery_public_id;
  return via === "resend"
    ? {
        from,
        to: [to],
        ...(reply_to == null ? {} : { reply_to }),
        subject,
        text,
        headers: { [deliveryHeader]: id },
      }
    : {
        From: from,
        To: to,
        ...(reply_to == null ? {} : { ReplyTo: reply_to }),
        Subject: subject,
        TextBody: text,
        Headers: [{ Name: deliveryHeader, Value: id }],
      };
}

export function buildRequest(
  settings: ReplySettings,
  delivery: OutgoingDelivery,
): OutgoingRequest | Promise<OutgoingRequest> {
  const { via, api_key, account_sid } = settings;
  switch (via) {
    case "resend":
      return resendRequest(api_key, emailBody(settings, delivery), delivery);
    case "postmark":
      return postmarkRequest(api_key, emailBody(settings, delivery));
    case "twilio":
      return twilioRequest(
        { account_sid: account_sid ?? "", auth_token: api_key },
        smsBody(settings, delivery),
      );
  }
}
