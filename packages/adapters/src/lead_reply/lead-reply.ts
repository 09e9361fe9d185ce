import type { Adapter } from "../adapter.ts";
import { oneRequest } from "../steps/one-request.ts";
import { buildRequest, sentBody } from "./build-request.ts";
import { classify } from "./classify.ts";
import { replyRecipient } from "./reply-recipient.ts";
import { replySettings, type ReplySettings } from "./settings.ts";

/** A word to the person who sent the form, by e-mail or SMS. */
export const leadReply: Adapter<ReplySettings> = {
  ...replySettings,
  kind: "lead_reply",
  title: "Reply to the lead",
  guide: [
    "Choose what sends it. For e-mail: at resend.com/domains, or under Sender signatures at Postmark, set up the domain that it comes from.",
    "For SMS: in the Twilio console buy or choose a number that can send SMS, and copy the account SID and the auth token.",
    "Make a key that may send, and nothing else; it is kept sealed.",
    "Write what the person should read, then try it: `leadrelay destination test` writes to the address in `test_to`.",
    "In many countries a message that was not asked for is against the law: say on the form that you will write.",
  ],
  perSecond: 1,
  sentWithoutStorage: false,
  fixedHosts: ["api.resend.com", "api.postmarkapp.com", "api.twilio.com"],
  repliesBy: ({ via, most_suspicion }) => ({ channel: via === "twilio" ? "phone" : "email", most_suspicion }),
  phoneOf: (settings, delivery) => (settings.via === "twilio" ? replyRecipient(settings, delivery) : null),
  sentBody,
  steps: oneRequest(buildRequest, classify),
};
