import * as z from "zod/mini";
import { currencyField } from "../conversions/currency.ts";
import { stageConversions } from "../conversions/stage-conversions.ts";
import { defineSettings } from "../settings/define-settings.ts";
import { optional, secret, text } from "../settings/fields.ts";
import type { SettingsOf } from "../settings/setting-field.ts";

const dataset = text({
  label: "Dataset",
  help: "the dataset's id, a number, as Events Manager shows it under its name",
  example: "123456789012345",
  most: 20,
});
const version = text({
  label: "Version of the Graph API",
  help: "`v26.0`, say, where Meta has retired the one that is asked",
  example: "v26.0",
  most: 6,
});

/** The newest that was seen when this was written. */
export const usualVersion = "v26.0";

const fields = {
  dataset: {
    ...dataset,
    schema: dataset.schema.check(z.regex(/^\d{5,20}$/, "should be a dataset's id, a number")),
  },
  access_token: secret({
    label: "Access token",
    help: "made in Events Manager under Settings, Conversions API, Generate access token",
    example: "EAAExampleExampleExampleExample",
    most: 500,
  }),
  conversions: stageConversions({
    label: "Conversions",
    said: "event",
    pattern: /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,49}$/u,
    example: "Converted Lead",
  }),
  currency: currencyField,
  test_event_code: optional(
    text({
      label: "Test event code",
      help: "as Events Manager shows it under Test events: what is sent with it changes nothing; tests need one",
      example: "TEST12345",
      most: 40,
    }),
  ),
  api_version: {
    ...optional({
      ...version,
      schema: version.schema.check(z.regex(/^v\d{1,3}\.\d$/, "should be a version such as v26.0")),
    }),
    usual: usualVersion,
  },
};

/** Meta's Conversions API for leads (developers.facebook.com, Conversion Leads, payload specification). */
export const metaSettings = defineSettings("meta_conversions", fields);
export type MetaSettings = SettingsOf<typeof fields>;
