import type { OutgoingDelivery, OutgoingRequest, SentDelivery } from "../adapter.ts";
import { formRequest } from "../form-request.ts";
import { smsText } from "./sms-text.ts";
import type { TwilioSettings } from "./settings.ts";

export const sentBody = ({ from, to }: TwilioSettings, delivery: SentDelivery): Record<string, string> => ({
  To: to,
  ...(from.startsWith("MG") ? { MessagingServiceSid: from } : { From: from }),
  Body: smsText(delivery),
});

export const buildRequest = (settings: TwilioSettings, delivery: OutgoingDelivery): OutgoingRequest =>
  formRequest(
    `https://api.twilio.com/2010-04-01/Accounts/${settings.account_sid}/Messages.json`,
    sentBody(settings, delivery),
    { authorization: `Basic ${btoa(`${settings.account_sid}:${settings.auth_token}`)}` },
  );
