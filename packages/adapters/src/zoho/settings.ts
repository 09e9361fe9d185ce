import * as z from "zod/mini";
import { ownFieldSettings } from "../crm/own-field-settings.ts";
import { defineSettings } from "../settings/define-settings.ts";
import { choice, list, optional, secret } from "../settings/fields.ts";
import type { SettingsOf } from "../settings/setting-field.ts";

const name = /^[A-Za-z][A-Za-z0-9_]{0,99}$/;
const said = "a field's API name: letters, digits and underscores";

const fields = {
  region: choice({
    label: "Data centre",
    help: "what the address of your Zoho ends in when you are signed in: crm.zoho.in is `in`",
    choices: ["com", "in", "eu", "com.au", "jp", "ca", "uk", "sa", "ae", "com.cn"],
    example: "in",
  }),
  client_id: secret({
    label: "Client id",
    help: "of a self client in the API console of that data centre",
    example: "1000.ABCDEFGHIJKLMNOPQRSTUVWXYZ0123",
    most: 200,
  }),
  client_secret: secret({
    label: "Client secret",
    help: "what stands beside the client id",
    example: "0123456789abcdef0123456789abcdef0123456789",
    most: 200,
  }),
  refresh_token: secret({
    label: "Refresh token",
    help: "what the self client gives for a code with the scope ZohoCRM.modules.leads.ALL; it does not run out",
    example: "1000.0123456789abcdef0123456789abcdef.0123456789abcdef0123456789abcdef",
  }),
  duplicate_check_fields: optional(
    list({
      label: "Fields that tell a lead again",
      help: "API names of the fields by which Zoho looks for a lead to bring up to date, in order; `Email`, or `Phone` of somebody without one, unless set",
      example: ["Email"],
      most: 10,
      each: z
        .string(`should hold names such as Email: each ${said}`)
        .check(z.regex(name, `should hold names such as Email: each ${said}`)),
    }),
  ),
  ...ownFieldSettings({ pattern: name, said, examples: ["LeadRelay_Id", "Enquired_Project"] }),
};

/** Leads of one Zoho CRM. */
export const zohoSettings = defineSettings("zoho", fields);
export type ZohoSettings = SettingsOf<typeof fields>;
