import type { Adapter, OutgoingDelivery, SentDelivery } from "../src/adapter.ts";
import { classifyStatus } from "../src/classify-status.ts";
import { jsonRequest } from "../src/json-request.ts";
import { defineSettings } from "../src/settings/define-settings.ts";
import { secret, url } from "../src/settings/fields.ts";
import type { SettingsOf } from "../src/settings/setting-field.ts";
import { oneRequest } from "../src/steps/one-request.ts";
import type { AdapterExample } from "./adapter-example.ts";

const fields = {
  url: url({
    label: "Address",
    help: "where to post to",
    example: "https://crm.example/leads/0123456789abcdef",
    isSecret: true,
  }),
  token: secret({ label: "Token", help: "sent as its bearer", example: "t" }),
};
type PlainSettings = SettingsOf<typeof fields>;

const sentBody = (_settings: PlainSettings, { delivery_public_id, event }: SentDelivery) => ({
  id: delivery_public_id,
  lead: event.payload,
});

export const buildPlain = (settings: PlainSettings, delivery: OutgoingDelivery) =>
  jsonRequest(settings.url, sentBody(settings, delivery), {
    headers: { authorization: `Bearer ${settings.token}` },
  });

/** A second kind, for the tests alone: what the contract asks must not be Make's habits. */
export const plainWebhook: Adapter<PlainSettings> = {
  ...defineSettings("plain_webhook", fields),
  kind: "plain_webhook",
  title: "Plain webhook",
  guide: ["Ask whoever runs the receiver for its address and a token."],
  perSecond: 5,
  sentWithoutStorage: false,
  sentBody,
  steps: oneRequest(buildPlain, classifyStatus),
};

const path = "fedcba9876543210fedcba98";
const token = "bearer-0123456789";

export const plainWebhookExample: AdapterExample = {
  settings: { url: `https://crm.example/${path}`, token },
  secrets: [path, token],
  wrong: [
    [{ url: `ftp://crm.example/${path}`, token }, "url"],
    [{ url: `https://crm.example/${path}`, token: `${token} and more` }, "token"],
  ],
  takenBody: "",
  mostBodyBytes: 1024 * 1024,
};
