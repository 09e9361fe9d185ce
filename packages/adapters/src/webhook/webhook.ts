import { newWebhookSecret } from "@leadrelay/signing/webhooks/webhook-secret";
import type { Adapter } from "../adapter.ts";
import { oneRequest } from "../steps/one-request.ts";
import { buildRequest, sentBody } from "./build-request.ts";
import { readsAnswers } from "./rules/rule-fields.ts";
import { classifyByRules } from "./rules/classify-by-rules.ts";
import { isSigned, webhookSettings, type WebhookSettings } from "./settings.ts";

/** Any https receiver. Its answers mean what Standard Webhooks 1.0.0 says of them. */
export const webhook: Adapter<WebhookSettings> = {
  ...webhookSettings,
  kind: "webhook",
  title: "Webhook",
  guide: [
    "Ask whoever runs the receiver for an https address that takes a POST with a JSON body.",
    "Give them the signing secret that is shown once when the destination is made, and docs/verify-webhooks.md.",
    "Their receiver should answer 2xx within ten seconds, and know a delivery_id again that it had before.",
  ],
  perSecond: 10,
  confirmedBy: ["callback", "id"],
  sentWithoutStorage: false,
  mapping: "body",
  takesNotices: true,
  believes2xx: (settings) => !readsAnswers(settings),
  signingSecret: { isUsed: isSigned, make: newWebhookSecret },
  sentBody,
  steps: oneRequest(buildRequest, classifyByRules),
};
