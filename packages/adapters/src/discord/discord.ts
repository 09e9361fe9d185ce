import type { Adapter } from "../adapter.ts";
import { oneRequest } from "../steps/one-request.ts";
import { buildRequest, sentBody } from "./build-request.ts";
import { classify } from "./classify.ts";
import { discordSettings, type DiscordSettings } from "./settings.ts";

/** Messages in a Discord channel. A message cannot be told from its repetition there, except by the delivery's id beneath it. */
export const discord: Adapter<DiscordSettings> = {
  ...discordSettings,
  kind: "discord",
  title: "Discord",
  guide: [
    "In Discord open the channel's settings, Integrations, Webhooks, and choose New Webhook.",
    "Give it the name that should stand over its messages, and choose Copy Webhook URL; the address is as good as a password.",
  ],
  // A channel shows thirty messages of webhooks a minute.
  perSecond: 0.5,
  confirmedBy: ["id"],
  sentWithoutStorage: false,
  takesNotices: true,
  showsMessage: true,
  sentBody,
  steps: oneRequest(buildRequest, classify),
};
