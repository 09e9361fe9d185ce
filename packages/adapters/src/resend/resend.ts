import type { Adapter } from "../adapter.ts";
import { oneRequest } from "../steps/one-request.ts";
import { buildRequest, sentBody } from "./build-request.ts";
import { classify } from "./classify.ts";
import { resendSettings, type ResendSettings } from "./settings.ts";

/** Leads by e-mail to the team, sent by Resend; no try sends twice what another sent within a day. */
export const resend: Adapter<ResendSettings> = {
  ...resendSettings,
  kind: "resend",
  title: "E-mail by Resend",
  guide: [
    "At resend.com/domains add the domain that leads should come from, and set the DNS records that it shows.",
    "At resend.com/api-keys make a key with sending access for that domain, and copy it; it is shown once.",
    "Choose a sender at that domain, and the addresses of those who should be told.",
  ],
  // Two requests a second for a whole team, unless Resend granted more.
  perSecond: 2,
  confirmedBy: ["id"],
  sentWithoutStorage: false,
  takesNotices: true,
  fixedHosts: ["api.resend.com"],
  showsMessage: true,
  sentBody,
  steps: oneRequest(buildRequest, classify),
};
