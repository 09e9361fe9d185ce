import type { Adapter } from "../adapter.ts";
import { oneRequest } from "../steps/one-request.ts";
import { bindingHost, buildRequest, sentBody } from "./build-request.ts";
import { classify } from "./classify.ts";
import { cloudflareEmailSettings, type CloudflareEmailSettings } from "./settings.ts";

/**
 * Leads by e-mail to the team, sent by the Cloudflare account that LeadRelay runs in: no key, and nothing to pay for addresses that are verified
 * there. It knows no repetition: an e-mail whose answer was lost is sent twice.
 */
export const cloudflareEmail: Adapter<CloudflareEmailSettings> = {
  ...cloudflareEmailSettings,
  kind: "cloudflare_email",
  title: "E-mail by Cloudflare",
  guide: [
    "In Cloudflare's dashboard set up the sender's domain under Email Service, and verify the recipients as destination addresses.",
    "In wrangler.consumer.toml add a `send_email` binding of the name SEND_EMAIL, and deploy the consumer.",
    "Choose a sender at that domain, and the addresses of those who should be told.",
  ],
  perSecond: 5,
  confirmedBy: ["id"],
  sentWithoutStorage: false,
  takesNotices: true,
  isOfInstallation: true,
  fixedHosts: [bindingHost],
  showsMessage: true,
  sentBody,
  steps: oneRequest(buildRequest, classify),
};
