import { emailFields } from "../email/email-fields.ts";
import { defineSettings } from "../settings/define-settings.ts";
import { secret } from "../settings/fields.ts";
import type { SettingsOf } from "../settings/setting-field.ts";

const fields = {
  api_key: secret({
    label: "API key",
    help: "a key with sending access, as the dashboard shows it once under API Keys",
    example: "re_ExampleExampleExampleExample",
  }),
  ...emailFields,
};

/** E-mail by Resend (resend.com/docs/api-reference/emails/send-email). */
export const resendSettings = defineSettings("resend", fields);
export type ResendSettings = SettingsOf<typeof fields>;
