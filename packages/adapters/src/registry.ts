import type { Adapter } from "./adapter.ts";
import { cloudflareEmail } from "./cloudflare_email/cloudflare-email.ts";
import { discord } from "./discord/discord.ts";
import { gohighlevel } from "./gohighlevel/gohighlevel.ts";
import { googleConversions } from "./google_conversions/google-conversions.ts";
import { googleSheets } from "./google_sheets/google-sheets.ts";
import { hubspot } from "./hubspot/hubspot.ts";
import { leadReply } from "./lead_reply/lead-reply.ts";
import { make } from "./make/make.ts";
import { metaConversions } from "./meta_conversions/meta-conversions.ts";
import { n8n } from "./n8n/n8n.ts";
import { pipedrive } from "./pipedrive/pipedrive.ts";
import { postmark } from "./postmark/postmark.ts";
import { resend } from "./resend/resend.ts";
import { salesforce } from "./salesforce/salesforce.ts";
import { slack } from "./slack/slack.ts";
import { telegram } from "./telegram/telegram.ts";
import { twilio } from "./twilio/twilio.ts";
import { webhook } from "./webhook/webhook.ts";
import { zapier } from "./zapier/zapier.ts";
import { zoho } from "./zoho/zoho.ts";

const all: readonly Adapter<unknown>[] = [
  make,
  webhook,
  zapier,
  n8n,
  hubspot,
  pipedrive,
  zoho,
  googleSheets,
  slack,
  discord,
  telegram,
  resend,
  postmark,
  cloudflareEmail,
  twilio,
  salesforce,
  gohighlevel,
  leadReply,
  metaConversions,
  googleConversions,
];
const adapters: ReadonlyMap<string, Adapter<unknown>> = new Map(all.map((one) => [one.kind, one]));

/** Every kind of destination there is. */
export const destinationKinds: readonly string[] = [...adapters.keys()];

/** The kinds that hear of a lead while D1 is away. */
export const kindsSentWithoutStorage: ReadonlySet<string> = new Set(
  [...adapters.values()].filter(({ sentWithoutStorage }) => sentWithoutStorage).map(({ kind }) => kind),
);

/** How many deliveries one request to a destination of a kind may carry. */
export const mostTogether = (kind: string): number => adapters.get(kind)?.together ?? 1;

/** The adapter of a destination kind. Throws for a kind this version does not know. */
export function getAdapter(kind: string): Adapter<unknown> {
  const found = adapters.get(kind);
  if (!found) throw new Error(`There is no adapter for destinations of kind "${kind}"`);
  return found;
}
