import type { SentDelivery } from "../adapter.ts";
import { cutText } from "../lead/cut-text.ts";
import { readLead } from "../lead/lead-lines.ts";

/** Twilio's own limit for one message, however many parts it is billed as. */
const longestText = 1_600;
/** Every 67 to 153 characters are another part on the bill: enough to know somebody by, and an e-mail address whole. */
const longestValue = 80;
const longestAddress = 254;

/** What fits on a phone: who, how to reach them, what about, and the delivery's id; of a notice, what happened. */
const told: ReadonlyMap<string, number> = new Map([
  ["Phone", longestValue],
  ["E-mail", longestAddress],
  ["Project", longestValue],
  ["Location", longestValue],
  ["What happened", 2 * longestValue],
]);

export function smsText(delivery: SentDelivery): string {
  const { title, what, lines } = readLead(delivery);
  const values = lines.flatMap(([label, value]) => {
    const most = told.get(label);
    return most === undefined ? [] : [cutText(value, most)];
  });
  const heading = cutText(title, what.length + 2 + longestValue);
  return cutText([heading, ...values, `Ref ${delivery.delivery_public_id}`].join("\n"), longestText);
}
