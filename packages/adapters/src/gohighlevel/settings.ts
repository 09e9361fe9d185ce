import * as z from "zod/mini";
import { ownFieldSettings } from "../crm/own-field-settings.ts";
import { defineSettings } from "../settings/define-settings.ts";
import { list, optional, secret, text } from "../settings/fields.ts";
import type { SettingsOf } from "../settings/setting-field.ts";

const noLocation = "should be the id of a sub-account: letters and digits";
const location = text({
  label: "Location id",
  help: "of the sub-account, as Settings, Business Profile shows it and its address does behind `/location/`",
  example: "ve9EPM428h8vShlRW1KT",
});

const { custom_fields } = ownFieldSettings({
  pattern: /^[A-Za-z0-9_]{1,100}$/,
  said: "a field's key without `contact.`, or its id",
  examples: ["leadrelay_id", "enquired_project"],
});

const fields = {
  token: secret({
    label: "Private integration token",
    help: "of a private integration of that sub-account, with the scopes View and Edit Contacts; it begins with `pit-`",
    example: "pit-00000000-0000-4000-8000-000000000000",
  }),
  location_id: {
    ...location,
    schema: location.schema.check(z.regex(/^[A-Za-z0-9]{10,40}$/, noLocation)),
  },
  tags: optional(
    list({
      label: "Tags",
      help: "what every contact is tagged with; those that it has stay",
      example: ["leadrelay"],
      most: 20,
    }),
  ),
  custom_fields,
};

/** Contacts of one sub-account of HighLevel. */
export const gohighlevelSettings = defineSettings("gohighlevel", fields);
export type GohighlevelSettings = SettingsOf<typeof fields>;
