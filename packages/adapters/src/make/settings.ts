import { defineSettings } from "../settings/define-settings.ts";
import { onOff, optional, secret, url } from "../settings/fields.ts";
import type { SettingsOf } from "../settings/setting-field.ts";

const fields = {
  url: url({
    label: "Address of the webhook",
    help: "the address of a custom webhook, as the scenario's first module shows it",
    example: "https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyzab12",
    isSecret: true,
  }),
  api_key: optional(
    secret({
      label: "API key",
      help: "what its `x-make-apikey` should be, where the webhook asks for one",
      example: "make-key-0123456789",
    }),
  ),
  send_attribution: onOff({
    label: "How people came",
    help: "whether it gets campaign, click ids, landing page and referrer of this submission and of the lead's first, too",
    usual: false,
  }),
};

/** A Make.com custom webhook: its address is a secret, the key optional and at most 512 ASCII characters (help.make.com, Webhooks). */
export const makeSettings = defineSettings("make", fields);
export type MakeSettings = SettingsOf<typeof fields>;
