import type { SentDelivery } from "../adapter.ts";
import { readLead } from "../lead/lead-lines.ts";

/** A lead as an e-mail to the team; the same for every try of its delivery. */
export interface EmailOfLead {
  subject: string;
  text: string;
  html: string;
}

/** A line for each thing that is known, and the delivery's id below: receivers' own means against repetition forget it after some hours. */
export function emailOfLead(delivery: SentDelivery): EmailOfLead {
  const { title, lines } = readLead(delivery);
  const footer = `Delivery ${delivery.delivery_public_id}`;
  const rows = lines.map(
    ([label, value]) => `<tr><th align="left">${escaped(label)}</th><td>${escaped(value)}</td></tr>`,
  );
  return {
    subject: title,
    text: [title, "", ...lines.map(([label, value]) => `${label}: ${value}`), "", footer, ""].join("\n"),
    html: `<p><b>${escaped(title)}</b></p><table cellpadding="4">${rows.join("")}</table><p><small>${escaped(footer)}</small></p>`,
  };
}

/** The header that carries the delivery's id, for rules of mailboxes. */
export const deliveryHeader = "X-LeadRelay-Delivery";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
