import type { OutgoingDelivery, OutgoingRequest, SentDelivery } from "../adapter.ts";
import { jsonRequest } from "../json-request.ts";
import { fitLead } from "../lead/fit-lead.ts";
import { readLead } from "../lead/lead-lines.ts";
import type { ReadLead } from "../lead/read-lead.ts";
import type { DiscordSettings } from "./settings.ts";

const longestContent = 2_000;
const suppressEmbeds = 4;

/** One message, that calls nobody and shows no preview of what a stranger linked to. */
export function sentBody(_settings: DiscordSettings, delivery: SentDelivery): Record<string, unknown> {
  const footer = `-# Delivery ${delivery.delivery_public_id}`;
  const write = ({ title, lines }: ReadLead) =>
    [
      `**${escaped(title)}**`,
      ...lines.map(([label, value]) => `**${label}:** ${escaped(value)}`),
      footer,
    ].join("\n");
  return {
    content: fitLead(readLead(delivery), write, { most: longestContent, lengthOf: ({ length }) => length }),
    allowed_mentions: { parse: [] },
    flags: suppressEmbeds,
  };
}

/** With `wait` Discord says which message it became, and what was wrong with one that became none. */
export function buildRequest(settings: DiscordSettings, delivery: OutgoingDelivery): OutgoingRequest {
  const url = new URL(settings.url);
  url.searchParams.set("wait", "true");
  return jsonRequest(url.href, sentBody(settings, delivery));
}

/** A backslash takes its meaning from every sign of Discord's markdown; that of an address is what makes it a link. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\`*_~|<>[\]@#]/g, (sign) => `\\${sign}`).replaceAll("://", "\\://");
