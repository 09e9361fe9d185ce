import { webhookSecretBytes } from "@leadrelay/signing/webhooks/webhook-secret";
import * as z from "zod/mini";
import { defineSettings } from "../settings/define-settings.ts";
import { choice, onOff, optional, secret, url } from "../settings/fields.ts";
import { headerName, headerValue } from "../settings/header-fields.ts";
import type { SettingField, SettingsOf } from "../settings/setting-field.ts";
import { ruleFields } from "./rules/rule-fields.ts";

const signatures = ["standard", "body_hmac", "none"] as const;

const moment: SettingField<z.ZodMiniISODateTime> = {
  type: "text",
  label: "Until when the secret before counts",
  help: "when requests stop being signed with the secret before, too, in UTC; a rotation sets it",
  example: "2027-01-31T12:00:00.000Z",
  isSecret: false,
  isOptional: false,
  schema: z.iso.datetime("should be a time in UTC, such as 2027-01-31T12:00:00.000Z"),
};

const fields = {
  url: url({
    label: "Address",
    help: "the https address that takes a POST for each event",
    example: "https://crm.example.com/webhooks/leads/0123456789abcdef",
    isSecret: true,
  }),
  signature: {
    ...optional(
      choice({
        label: "Signature",
        help: "how requests are signed: by Standard Webhooks, by HMAC-SHA256 of the body in hexadecimal, or not",
        choices: signatures,
        example: "standard",
      }),
    ),
    usual: "standard",
  },
  secret: optional(
    secret({
      label: "Signing secret",
      help: "what the receiver verifies signatures with: `whsec_` and 24 to 64 bytes in base64, for `body_hmac` any text of 16 characters or more; made and shown once where none is given",
      example: "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    }),
  ),
  previous_secret: optional(
    secret({
      label: "Signing secret before",
      help: "the one that signs, too, until `previous_until`; a rotation sets it",
      example: "whsec_Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=",
    }),
  ),
  previous_until: optional(moment),
  signature_header: {
    ...optional(
      headerName({
        label: "Header of the signature",
        help: "in which header `body_hmac` puts it: X-LeadsBot-Signature for a receiver made for LeadsBot",
        example: "X-LeadsBot-Signature",
      }),
    ),
    usual: "X-LeadRelay-Signature",
  },
  header_name: optional(
    headerName({
      label: "Header that lets us in",
      help: "a header that its receiver asks for besides, such as Authorization",
      example: "Authorization",
    }),
  ),
  header_value: optional(
    headerValue({
      label: "What that header says",
      help: "the value of `header_name`, such as Bearer and a token",
      example: "Bearer 0123456789abcdef",
    }),
  ),
  send_attribution: onOff({
    label: "How people came",
    help: "whether it gets campaign, click ids, landing page and referrer of this submission and of the lead's first, too",
    usual: false,
  }),
  ...ruleFields,
};

export type WebhookSettings = SettingsOf<typeof fields>;

/** Any https receiver, signed or not. */
export const webhookSettings = defineSettings("webhook", fields, (settings) => [
  ...(["secret", "previous_secret"] as const).flatMap((setting) => {
    const detail = wrongSecret(settings, settings[setting]);
    return detail === undefined ? [] : [{ setting, detail }];
  }),
  ...(settings.secret == null && isSigned(settings)
    ? [{ setting: "secret", detail: "should be there: requests are signed" }]
    : []),
  ...together(settings, "previous_secret", "previous_until"),
  ...together(settings, "header_name", "header_value"),
  ...(settings.header_name?.toLowerCase() === signatureHeader(settings).toLowerCase()
    ? [{ setting: "header_name", detail: "should be another header than the signature's" }]
    : []),
]);

export const signatureOf = ({ signature }: WebhookSettings): (typeof signatures)[number] =>
  signature ?? "standard";

export const isSigned = (settings: WebhookSettings): boolean => signatureOf(settings) !== "none";

export const signatureHeader = ({ signature_header }: WebhookSettings): string =>
  signature_header ?? "X-LeadRelay-Signature";

const leastCharacters = 16;

function wrongSecret(settings: WebhookSettings, given: string | null | undefined): string | undefined {
  if (given == null) return undefined;
  const scheme = signatureOf(settings);
  if (scheme === "standard" && webhookSecretBytes(given) === undefined)
    return "should be `whsec_` and 24 to 64 bytes in base64";
  if (scheme === "body_hmac" && given.length < leastCharacters)
    return `should be at least ${leastCharacters} characters long`;
  return undefined;
}

function together(settings: WebhookSettings, one: keyof WebhookSettings, other: keyof WebhookSettings) {
  const [has, hasOther] = [settings[one] != null, settings[other] != null];
  if (has === hasOther) return [];
  return [{ setting: has ? other : one, detail: `should be there, too, beside ${has ? one : other}` }];
}
