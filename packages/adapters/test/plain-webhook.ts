import * as z from "zod/mini";
import type { Adapter } from "../src/adapter.ts";
import { classifyStatus } from "../src/classify-status.ts";
import { readSettings } from "../src/read-settings.ts";
import { urlHint } from "../src/url-hint.ts";
import type { AdapterExample } from "./adapter-example.ts";

const settingsSchema = z.object(
  {
    url: z.string("should be an https URL").check(z.regex(/^https:\/\/\S+$/, "should be an https URL")),
    token: z.string("should be a token").check(z.regex(/^[\x21-\x7e]+$/, "should be a token without blanks")),
  },
  "should be an object",
);
type PlainSettings = z.infer<typeof settingsSchema>;

const sentBody: Adapter<PlainSettings>["sentBody"] = (_settings, { delivery_public_id, event }) => ({
  id: delivery_public_id,
  lead: event.payload,
});

/** A second kind, for the tests alone: what the contract asks must not be Make's habits. */
export const plainWebhook: Adapter<PlainSettings> = {
  kind: "plain_webhook",
  perSecond: 5,
  sentWithoutStorage: false,
  exampleSettings: { url: "https://crm.example/leads/0123456789abcdef", token: "t" },
  settingsHelp: "plain_webhook: `url`, where to post to, and `token`, sent as its bearer.",
  parseSettings: (settings) => readSettings("plain_webhook", settingsSchema, settings),
  addresses: ({ url }) => [{ setting: "url", url }],
  showSettings: ({ url }) => ({ url_hint: urlHint(url) }),
  sentBody,
  buildRequest: (settings, delivery) => ({
    url: settings.url,
    method: "POST",
    headers: {
      "content-type": "application/json",
      "user-agent": "LeadRelay/1.0",
      authorization: `Bearer ${settings.token}`,
    },
    body: JSON.stringify(sentBody(settings, delivery)),
  }),
  classify: classifyStatus,
};

const path = "fedcba9876543210fedcba98";
const token = "bearer-0123456789";

export const plainWebhookExample: AdapterExample = {
  settings: { url: `https://crm.example/${path}`, token },
  secrets: [path, token],
  wrong: [
    [{ url: `http://crm.example/${path}`, token }, "url"],
    [{ url: `https://crm.example/${path}`, token: `${token} and more` }, "token"],
  ],
  takenBody: "",
  mostBodyBytes: 1024 * 1024,
};
