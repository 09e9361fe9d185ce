import { defineSettings } from "../settings/define-settings.ts";
import { url } from "../settings/fields.ts";
import type { SettingsOf } from "../settings/setting-field.ts";

const fields = {
  url: url({
    label: "Address of the incoming webhook",
    help: "the address of an incoming webhook, which belongs to one channel, as the Slack app shows it",
    example: "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX",
    isSecret: true,
    hosts: ["hooks.slack.com", "hooks.slack-gov.com"],
  }),
};

export type SlackSettings = SettingsOf<typeof fields>;

const isIncoming = ({ url: address }: SlackSettings) =>
  /^\/services(\/[A-Za-z0-9]+){3}$/.test(URL.parse(address)?.pathname ?? "");

/** A Slack incoming webhook, whose address is its only credential (docs.slack.dev, Incoming webhooks). */
export const slackSettings = defineSettings("slack", fields, (settings) =>
  isIncoming(settings)
    ? []
    : [
        {
          setting: "url",
          detail:
            "should be the address of an incoming webhook, https://hooks.slack.com/services/…; a workflow's takes other fields",
        },
      ],
);
