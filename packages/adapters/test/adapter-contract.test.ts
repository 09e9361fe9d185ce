import { describe, expect, it } from "vitest";
import { destinationKinds, getAdapter, kindsSentWithoutStorage } from "../src/registry.ts";
import { adapterContract, testAdapter } from "./adapter-contract.ts";
import type { AdapterExample } from "./adapter-example.ts";
import { brokenAdapters } from "./broken-adapters.ts";
import { cloudflareEmailExample } from "./cloudflare-email-example.ts";
import { discordExample } from "./discord-example.ts";
import { gohighlevelExample } from "./gohighlevel-example.ts";
import { googleConversionsExample } from "./google-conversions-example.ts";
import { googleSheetsExample } from "./google-sheets-example.ts";
import { hubspotExample } from "./hubspot-example.ts";
import { leadReplyExample } from "./lead-reply-example.ts";
import { makeExample } from "./make-example.ts";
import { metaConversionsExample } from "./meta-conversions-example.ts";
import { n8nExample } from "./n8n-example.ts";
import { pipedriveExample } from "./pipedrive-example.ts";
import { plainWebhook, plainWebhookExample } from "./plain-webhook.ts";
import { postmarkExample } from "./postmark-example.ts";
import { resendExample } from "./resend-example.ts";
import { salesforceExample } from "./salesforce-example.ts";
import { slackExample } from "./slack-example.ts";
import { telegramExample } from "./telegram-example.ts";
import { twilioExample } from "./twilio-example.ts";
import { webhookExample } from "./webhook-example.ts";
import { zapierExample } from "./zapier-example.ts";
import { zohoExample } from "./zoho-example.ts";

/** A new kind brings its example. */
const examples: Readonly<Record<string, AdapterExample>> = {
  make: makeExample,
  webhook: webhookExample,
  zapier: zapierExample,
  n8n: n8nExample,
  hubspot: hubspotExample,
  pipedrive: pipedriveExample,
  zoho: zohoExample,
  google_sheets: googleSheetsExample,
  slack: slackExample,
  discord: discordExample,
  telegram: telegramExample,
  resend: resendExample,
  postmark: postmarkExample,
  cloudflare_email: cloudflareEmailExample,
  twilio: twilioExample,
  salesforce: salesforceExample,
  gohighlevel: gohighlevelExample,
  lead_reply: leadReplyExample,
  meta_conversions: metaConversionsExample,
  google_conversions: googleConversionsExample,
};

for (const [kind, example] of Object.entries(examples)) testAdapter(getAdapter(kind), example);
testAdapter(plainWebhook, plainWebhookExample);

describe("the registry", () => {
  it("has every kind under its own name, and each kept to the contract above", () => {
    expect(destinationKinds.map((kind) => getAdapter(kind).kind)).toEqual(destinationKinds);
    expect(Object.keys(examples)).toEqual(destinationKinds);
  });

  it("knows no kind but those, and says which one it was asked for", () => {
    expect(() => getAdapter(plainWebhook.kind)).toThrow('"plain_webhook"');
  });

  it("sends without D1 to the kinds that say so", () => {
    expect([...kindsSentWithoutStorage]).toEqual(["make"]);
  });
});

describe("the contract can be broken: an adapter that", () => {
  it.each(brokenAdapters)("%s is found out", async (_how, promise, change) => {
    const keep = adapterContract[promise];
    const kept = (async () => keep?.({ ...plainWebhook, ...change }, plainWebhookExample))();
    await expect(kept).rejects.toThrow();
  });

  it("breaks a promise is above for each promise there is", () => {
    const found = new Set(brokenAdapters.map(([, promise]) => promise));
    expect([...found].toSorted()).toEqual(Object.keys(adapterContract).toSorted());
  });
});
