import type { SentDelivery } from "../adapter.ts";
import { e164Of } from "../lead/contact-parts.ts";
import { fitLead } from "../lead/fit-lead.ts";
import { readLead } from "../lead/lead-lines.ts";
import type { ReadLead } from "../lead/read-lead.ts";

/** A part of a text and how it looks; where it is and how long, in UTF-16 units. */
interface Entity {
  type: "bold" | "code";
  offset: number;
  length: number;
}

export interface TelegramText {
  text: string;
  entities: Entity[];
}

const longestText = 4_096;

/**
 * The lead as plain text, and which parts of it look how. What a stranger wrote is `code`: Telegram makes no mention, command or link of it, and
 * copies it when it is tapped. A number that we could read stays one that can be called.
 */
export function telegramText(delivery: SentDelivery): TelegramText {
  const write = ({ title, what, lines }: ReadLead) =>
    joined([
      [`${what}: `, "bold"],
      [title.slice(what.length + 2), "code"],
      ["\n"],
      ...lines.flatMap(([label, value]): Part[] => [
        [`${label}: `, "bold"],
        e164Of(value) === undefined ? [value, "code"] : [value],
        ["\n"],
      ]),
      [`Delivery ${delivery.delivery_public_id}`],
    ]);
  return fitLead(readLead(delivery), write, { most: longestText, lengthOf: ({ text }) => text.length });
}

type Part = [text: string, type?: Entity["type"]];

function joined(parts: readonly Part[]): TelegramText {
  let text = "";
  const entities: Entity[] = [];
  for (const [part, type] of parts) {
    // An entity that ends in a blank is not one at every receiver.
    const length = part.trimEnd().length;
    if (type !== undefined && length > 0) entities.push({ type, offset: text.length, length });
    text += part;
  }
  return { text, entities };
}
