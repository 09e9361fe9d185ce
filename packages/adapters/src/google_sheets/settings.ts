import * as z from "zod/mini";
import { defineSettings } from "../settings/define-settings.ts";
import { text } from "../settings/fields.ts";
import type { SettingField, SettingsOf } from "../settings/setting-field.ts";
import { exampleKeyFile } from "./example-key-file.ts";
import { getServiceAccount, readServiceAccount } from "./service-account.ts";

const noKeyFile =
  "should be the whole JSON key file of a service account, with `client_email` and `private_key`";
const longestKeyFile = 8_000;

const service_account: SettingField<z.ZodMiniString> = {
  type: "text",
  label: "Key file of the service account",
  help: "the whole content of the JSON key file that Google Cloud hands out for a service account; the spreadsheet is shared with its `client_email`, as an editor",
  example: exampleKeyFile,
  isSecret: true,
  isOptional: false,
  schema: z.string(noKeyFile).check(
    z.maxLength(longestKeyFile, noKeyFile),
    z.refine((value) => readServiceAccount(value) !== undefined, noKeyFile),
  ),
};

const spreadsheet = text({
  label: "Link of the spreadsheet",
  help: "its address in the browser, or the id in it",
  example: "https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefgh/edit",
});

const fields = {
  service_account,
  spreadsheet: {
    ...spreadsheet,
    schema: spreadsheet.schema.check(
      z.refine(
        (value) => spreadsheetIdOf(value) !== undefined,
        "should be the link of a Google spreadsheet, or the id in it",
      ),
    ),
  },
  sheet: text({
    label: "Sheet",
    help: "the name of the sheet inside it, as its tab at the bottom shows",
    example: "Leads",
    most: 100,
  }),
};

export type SheetsSettings = SettingsOf<typeof fields>;

const defined = defineSettings("google_sheets", fields);

/** A spreadsheet and who writes into it. Whom it must be shared with is shown, the key is not, nor are parts of it. */
export const sheetsSettings: typeof defined = {
  ...defined,
  showSettings: (settings) => ({
    ...defined.showSettings(settings),
    client_email: getServiceAccount(settings.service_account).client_email,
  }),
  secretsOf: (settings) => [
    settings.service_account,
    getServiceAccount(settings.service_account).private_key,
  ],
};

/** undefined for what is neither the link of a spreadsheet nor an id. */
export const spreadsheetIdOf = (given: string): string | undefined =>
  /^(?:https:\/\/docs\.google\.com\/spreadsheets\/(?:u\/\d+\/)?d\/)?([\w-]{20,100})(?:[/?#].*)?$/.exec(
    given,
  )?.[1];
