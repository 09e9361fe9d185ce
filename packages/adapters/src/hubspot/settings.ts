import { ownFieldSettings } from "../crm/own-field-settings.ts";
import { defineSettings } from "../settings/define-settings.ts";
import { secret } from "../settings/fields.ts";
import type { SettingsOf } from "../settings/setting-field.ts";

const fields = {
  service_key: secret({
    label: "Service key",
    help: "a service key, or the token of a private app, that may read and write contacts; it begins with `pat-`",
    example: "pat-eu1-00000000-0000-4000-8000-000000000000",
  }),
  ...ownFieldSettings({
    pattern: /^[a-z][a-z0-9_]{0,99}$/,
    said: "a property's internal name: small letters, digits and underscores",
    examples: ["leadrelay_id", "enquired_project"],
  }),
};

/** Contacts of one HubSpot account. */
export const hubspotSettings = defineSettings("hubspot", fields);
export type HubspotSettings = SettingsOf<typeof fields>;
