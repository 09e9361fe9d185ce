import * as z from "zod/mini";
import { ownFieldSettings } from "../crm/own-field-settings.ts";
import { defineSettings } from "../settings/define-settings.ts";
import { onOff, optional, secret, text, url } from "../settings/fields.ts";
import type { SettingField, SettingsOf } from "../settings/setting-field.ts";

/** Of a name in Salesforce; an owner's fields end in `__c`. */
const name = /^[A-Za-z][A-Za-z0-9_]{0,79}$/;
const said = "a field's API name: letters, digits and underscores";
const usualIdField = "LeadRelay_Id__c";
const usualCompany = "-";
/** Winter '26; Salesforce keeps a version for three years at least. */
const usualVersion = "v65.0";

const named = (
  given: Pick<SettingField, "label" | "help"> & { usual: string; pattern: RegExp; wrong: string },
): SettingField<z.ZodMiniOptional<z.ZodMiniNullable<z.ZodMiniString>>> => {
  const { label, help, usual, pattern, wrong } = given;
  const schema = z.nullish(z.string(wrong).check(z.regex(pattern, wrong)));
  return { type: "text", label, help, example: usual, isSecret: false, isOptional: true, usual, schema };
};

const { custom_fields } = ownFieldSettings({
  pattern: name,
  said,
  examples: [usualIdField, "Enquired_Project__c"],
});

const fields = {
  instance: url({
    label: "Address of your Salesforce",
    help: "your My Domain, as Setup, My Domain shows it: `https://yourcompany.my.salesforce.com`",
    example: "https://yourcompany.my.salesforce.com",
    isSecret: false,
    hosts: ["my.salesforce.com"],
  }),
  client_id: secret({
    label: "Consumer key",
    help: "of a connected app, or external client app, in that Salesforce",
    example: "3MVG9.Example_Consumer_Key_0123456789abcdefghijklmnopqrstuvwxyz",
  }),
  client_secret: secret({
    label: "Consumer secret",
    help: "what stands beside the consumer key",
    example: "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF",
  }),
  refresh_token: optional(
    secret({
      label: "Refresh token",
      help: "of whoever the leads should come from, where the app does not run by its client credentials",
      example: "5Aep861.Example_Refresh_Token_0123456789",
    }),
  ),
  external_id_field: named({
    label: "Field for our id",
    help: "the API name of the Lead field that you made for our id: of type text, marked as External ID and Unique",
    usual: usualIdField,
    pattern: /^[A-Za-z][A-Za-z0-9_]{0,76}__c$/,
    wrong: "should be the API name of a field that you made, which ends in __c",
  }),
  company: optional({
    ...text({
      label: "Company",
      help: "what stands there of somebody of whom it is not known: Salesforce takes no Lead without one",
      example: usualCompany,
      most: 200,
    }),
    usual: usualCompany,
  }),
  allow_duplicates: onOff({
    label: "Let duplicates in",
    help: "whether a Lead is made although a duplicate rule that only warns finds the person",
    usual: false,
  }),
  custom_fields,
  api_version: named({
    label: "API version",
    help: "of Salesforce's REST API, as `v65.0`",
    usual: usualVersion,
    pattern: /^v\d{2,3}\.0$/,
    wrong: "should be a version such as v65.0",
  }),
};

export type SalesforceSettings = SettingsOf<typeof fields>;

/** What counts, where a setting is left out. */
export const withUsual = (settings: SalesforceSettings) => ({
  ...settings,
  external_id_field: settings.external_id_field ?? usualIdField,
  company: settings.company ?? usualCompany,
  api_version: settings.api_version ?? usualVersion,
});

/** Leads of one Salesforce. Its address names the field that tells a lead again, which therefore stands in no body. */
export const salesforceSettings = defineSettings("salesforce", fields, (settings) => {
  const { external_id_field } = withUsual(settings);
  const isTwice = settings.custom_fields?.some((pair) => pair.split("=", 1)[0] === external_id_field);
  return isTwice === true
    ? [{ setting: "custom_fields", detail: "should not fill the field for our id, which holds it already" }]
    : [];
});
