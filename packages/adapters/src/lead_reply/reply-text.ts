import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import type { SentDelivery } from "../adapter.ts";
import { oneLine } from "../lead/one-line.ts";
import { plainWords } from "./plain-words.ts";
import { fillTemplate } from "./reply-template.ts";
import type { ReplySettings } from "./settings.ts";

/** What the person reads. Throws in words where a template breaks on this lead, or comes to nothing. */
export function replyText(
  { subject, body }: Pick<ReplySettings, "subject" | "body">,
  { event: { payload, created_at } }: Pick<SentDelivery, "event">,
): { subject: string; text: string } {
  const values = wordsOf(payload);
  return {
    subject: subject == null ? "" : filled("subject", oneLine(fillTemplate(subject, values, created_at))),
    text: filled("text", fillTemplate(body, values, created_at).trim()),
  };
}

function filled(what: string, text: string): string {
  if (text === "") throw new Error(`The template of its ${what} comes to nothing for this lead`);
  return text;
}

/** The payload's texts and numbers, none of which can carry a stranger's link. */
const wordsOf = (payload: LeadPayload): Record<string, string | number | null> =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]: [string, string | number | null]) => [
      name,
      typeof value === "string" ? plainWords(value) || null : value,
    ]),
  );
