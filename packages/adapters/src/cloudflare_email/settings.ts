import { emailFields } from "../email/email-fields.ts";
import { defineSettings } from "../settings/define-settings.ts";
import type { SettingsOf } from "../settings/setting-field.ts";

/** E-mail by the account's own Email Service: the binding is the credential. */
export const cloudflareEmailSettings = defineSettings("cloudflare_email", emailFields);
export type CloudflareEmailSettings = SettingsOf<typeof emailFields>;
