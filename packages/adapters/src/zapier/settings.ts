import { defineSettings } from "../settings/define-settings.ts";
import { onOff, url } from "../settings/fields.ts";
import type { SettingsOf } from "../settings/setting-field.ts";

const fields = {
  url: url({
    label: "Address of the webhook",
    help: "the address that the trigger Webhooks by Zapier, Catch Hook shows",
    example: "https://hooks.zapier.com/hooks/catch/1234567/abcdefg/",
    isSecret: true,
    hosts: ["hooks.zapier.com"],
  }),
  send_attribution: onOff({
    label: "How people came",
    help: "whether it gets campaign, click ids, landing page and referrer of this submission and of the lead's first, too",
    usual: false,
  }),
};

/** A Zapier catch hook: its address is the only credential. */
export const zapierSettings = defineSettings("zapier", fields);
export type ZapierSettings = SettingsOf<typeof fields>;
