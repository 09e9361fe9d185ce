import * as z from "zod/mini";
import { serviceAccountField, withServiceAccount } from "../google/service-account-field.ts";
import { defineSettings } from "../settings/define-settings.ts";
import { text } from "../settings/fields.ts";
import type { SettingsOf } from "../settings/setting-field.ts";

const spreadsheet = text({
  label: "Link of the spreadsheet",
  help: "its address in the browser, or the id in it",
  example: "https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefgh/edit",
});

const fields = {
  service_account: serviceAccountField("the spreadsheet is shared with its `client_email`, as an editor"),
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

/** A spreadsheet and who writes into it. */
export const sheetsSettings = withServiceAccount(defineSettings("google_sheets", fields));

/** undefined for what is neither the link of a spreadsheet nor an id. */
export const spreadsheetIdOf = (given: string): string | undefined =>
  /^(?:https:\/\/docs\.google\.com\/spreadsheets\/(?:u\/\d+\/)?d\/)?([\w-]{20,100})(?:[/?#].*)?$/.exec(
    given,
  )?.[1];
