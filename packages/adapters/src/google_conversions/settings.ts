import * as z from "zod/mini";
import { currencyField } from "../conversions/currency.ts";
import { stageConversions } from "../conversions/stage-conversions.ts";
import { serviceAccountField, withServiceAccount } from "../google/service-account-field.ts";
import { defineSettings } from "../settings/define-settings.ts";
import { optional, text } from "../settings/fields.ts";
import type { SettingsOf } from "../settings/setting-field.ts";

const wrong = "should be the ten digits of a Google Ads account, such as 123-456-7890";
const account = (words: { label: string; help: string }) => {
  const field = text({ ...words, example: "123-456-7890", most: 12 });
  return { ...field, schema: field.schema.check(z.regex(/^\d{3}-?\d{3}-?\d{4}$/, wrong)) };
};

const fields = {
  service_account: serviceAccountField("its `client_email` is a user of the Google Ads account"),
  customer: account({
    label: "Google Ads account",
    help: "the account whose conversions they are, ten digits at the top of Google Ads",
  }),
  manager: optional(
    account({
      label: "Manager account",
      help: "where the service account is a user of a manager account, and not of that one itself",
    }),
  ),
  conversions: stageConversions({
    label: "Conversions",
    said: "conversion action",
    pattern: /^\d{1,20}$/,
    example: "1234567890",
  }),
  currency: currencyField,
};

/** Offline conversions by Google's Data Manager API (developers.google.com/data-manager/api). */
export const googleSettings = withServiceAccount(defineSettings("google_conversions", fields));
export type GoogleSettings = SettingsOf<typeof fields>;
