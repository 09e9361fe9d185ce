import type { Adapter } from "../adapter.ts";
import { oneRequest } from "../steps/one-request.ts";
import { buildRequest, sentBody } from "./build-request.ts";
import { classify } from "./classify.ts";
import { twilioSettings, type TwilioSettings } from "./settings.ts";

/** Leads by SMS to one of the team. Twilio knows no repetition: a message whose answer was lost is sent twice. */
export const twilio: Adapter<TwilioSettings> = {
  ...twilioSettings,
  kind: "twilio",
  title: "SMS by Twilio",
  guide: [
    "In the Twilio console's first page copy the account SID and the auth token.",
    "Under Phone Numbers buy or choose a number that can send SMS, or make a messaging service and copy its SID.",
    "For India register sender and text with DLT first: messages that are not registered do not arrive.",
  ],
  // A long number sends one part a second to the United States; Twilio queues the rest.
  perSecond: 1,
  confirmedBy: ["callback"],
  sentWithoutStorage: false,
  takesNotices: true,
  fixedHosts: ["api.twilio.com"],
  phoneOf: ({ to }) => to,
  sentBody,
  steps: oneRequest(buildRequest, classify),
};
