import { ownFieldSettings } from "../crm/own-field-settings.ts";
import { defineSettings } from "../settings/define-settings.ts";
import { onOff, secret, url } from "../settings/fields.ts";
import type { SettingsOf } from "../settings/setting-field.ts";

const fields = {
  address: url({
    label: "Address of your Pipedrive",
    help: "how the browser's address begins when you are signed in",
    example: "https://yourcompany.pipedrive.com",
    isSecret: false,
    hosts: ["pipedrive.com"],
  }),
  api_token: secret({
    label: "API token",
    help: "the API token of the person who will own the leads, under Personal preferences, API",
    example: "0000000000000000000000000000000000000000",
    most: 200,
  }),
  note: onOff({
    label: "Note",
    help: "whether a note with all that is known is put to each lead, which costs a request more",
    usual: true,
  }),
  ...ownFieldSettings({
    pattern: /^[A-Za-z0-9_]{1,100}$/,
    said: "a field's API key: letters, digits and underscores",
    examples: ["1f9a3b0c5d7e2f4a6b8c0d1e3f5a7b9c0d2e4f6a", "9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c4b3a2f1e0d"],
  }),
};

/** Leads of one Pipedrive company, each of a person there. */
export const pipedriveSettings = defineSettings("pipedrive", fields);
export type PipedriveSettings = SettingsOf<typeof fields>;
