import { defineSettings } from "../settings/define-settings.ts";
import { url } from "../settings/fields.ts";
import type { SettingsOf } from "../settings/setting-field.ts";

const fields = {
  url: url({
    label: "Address of the webhook",
    help: "the address of a webhook, as the channel's settings show it under Integrations; with `?thread_id=` behind it, messages go to that thread",
    example: "https://discord.com/api/webhooks/123456789012345678/abcdefghijklmnopqrstuvwxyz0123456789",
    isSecret: true,
    hosts: ["discord.com", "discordapp.com"],
  }),
};

export type DiscordSettings = SettingsOf<typeof fields>;

const isWebhook = ({ url: address }: DiscordSettings) =>
  /^\/api(\/v\d+)?\/webhooks\/\d+\/[\w-]+$/.test(URL.parse(address)?.pathname ?? "");

/** A Discord webhook, whose address is its only credential (docs.discord.com, Webhook resource). */
export const discordSettings = defineSettings("discord", fields, (settings) =>
  isWebhook(settings)
    ? []
    : [
        {
          setting: "url",
          detail:
            "should be a webhook's own address, https://discord.com/api/webhooks/…, with nothing like /slack behind it",
        },
      ],
);
