import type { OutgoingDelivery, OutgoingRequest, SentDelivery } from "../adapter.ts";
import { formRequest } from "../form-request.ts";
import { smsText } from "./sms-text.ts";
import type { TwilioSettings } from "./settings.ts";

export const sentBody = ({ from, to }: TwilioSettings, delivery: SentDelivery): Record<string, string> => ({
  ...smsFields({ from, to }, smsText(delivery)),
  ...(delivery.callback_url ? { StatusCallback: delivery.callback_url } : {}),
});

/** @param from a number, or a messaging service's SID */
export const smsFields = (
  { from, to }: { from: string; to: string },
  text: string,
): Record<string, string> => ({
  To: to,
  ...(from.startsWith("MG") ? { MessagingServiceSid: from } : { From: from }),
  Body: text,
});

export const buildRequest = (settings: TwilioSettings, delivery: OutgoingDelivery): OutgoingRequest =>
  twilioRequest(settings, sentBody(settings, delivery));

export const twilioRequest = (
  { account_sid, auth_token }: Pick<TwilioSettings, "account_sid" | "auth_token">,
  fields: Readonly<Record<string, string>>,
): OutgoingRequest =>
  formRequest(`https://api.twilio.com/2010-04-01/Accounts/${account_sid}/Messages.json`, fields, {
    authorization: `Basic ${btoa(`${account_sid}:${auth_token}`)}`,
  });
