import type { OutgoingDelivery, OutgoingRequest, SentDelivery } from "../adapter.ts";
import { jsonRequest } from "../json-request.ts";
import { cutText } from "../lead/cut-text.ts";
import { fitLead } from "../lead/fit-lead.ts";
import { readLead } from "../lead/lead-lines.ts";
import type { ReadLead } from "../lead/read-lead.ts";
import type { SlackSettings } from "./settings.ts";

/** Of a header's and a section's text, as sent (docs.slack.dev, Block Kit). */
const longestHeader = 150;
const longestSection = 3_000;

/**
 * A headline, the lead's lines, and the delivery's id in small print. All texts are plain: what a stranger wrote becomes no mention, no link, no
 * format and no emoji. `text` is what notifications and screen readers have of it.
 */
export function sentBody(_settings: SlackSettings, delivery: SentDelivery): Record<string, unknown> {
  const lead = readLead(delivery);
  return {
    text: escaped(lead.title),
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: "header", text: plain(fitTitle(lead)) },
      { type: "section", text: plain(fitLead(lead, linesOf, { most: longestSection, lengthOf })) },
      { type: "context", elements: [plain(`Delivery ${delivery.delivery_public_id}`)] },
    ],
  };
}

export const buildRequest = (settings: SlackSettings, delivery: OutgoingDelivery): OutgoingRequest =>
  jsonRequest(settings.url, sentBody(settings, delivery));

const plain = (text: string) => ({ type: "plain_text", text, emoji: false });

const lengthOf = ({ length }: string) => length;

const linesOf = ({ lines }: ReadLead) =>
  lines.map(([label, value]) => `${label}: ${escaped(value)}`).join("\n");

/** Cut before it is escaped, or half an entity would be left. */
function fitTitle({ title }: ReadLead): string {
  for (let most = longestHeader; ; most -= 10) {
    const text = escaped(cutText(title, most));
    if (text.length <= longestHeader) return text;
  }
}

/** Slack reads these three as the ends of mentions, links and entities, in every text object. */
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
