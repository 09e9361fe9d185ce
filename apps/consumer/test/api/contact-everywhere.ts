import { attributionOf } from "@leadrelay/core/attribution/attribution-of";
import { packAttribution } from "@leadrelay/core/attribution/pack-attribution";
import { env } from "cloudflare:test";
import type { Tenant } from "../tenant.ts";
import { secretContact, type DeadDelivery } from "./dead-delivery.ts";

const { name, email, phone } = secretContact;
/** As an address of a page or a CRM's id may have it. */
const digits = phone.replaceAll(/\D/g, "");
const came = packAttribution(
  attributionOf(
    {
      utm_source: email,
      utm_content: name,
      gclid: digits,
      page_url: `https://www.example.com/u/${email}?tel=${digits}`,
    },
    { referrer: null },
  ),
);

/**
 * Has the person's details stand wherever a stranger, a form's mapping or a receiver can put them beside the three columns that are theirs:
 * project, button, browser, campaign, the receiver's own id, what a CRM said of the lead, and what it said of nobody we know.
 */
export async function putContactEverywhere(
  { clientId, destinationId }: Tenant,
  { leadRow, delivery_id }: Pick<DeadDelivery, "leadRow" | "delivery_id">,
): Promise<void> {
  const detail = {
    word: `sold to ${name}`,
    text: `call ${phone}`,
    by: name,
    crm_lead_id: email,
    url: `https://crm.example.com/${digits}?q=${email}`,
    value: null,
    currency: null,
    stage: null,
  };
  const said = (lead: number, id: string, more: object) =>
    env.DB.prepare(
      `INSERT INTO lead_callbacks (lead_id, client_id, id, kind, delivery_id, destination_id, detail_json, happened_at, received_at)
       VALUES (?, ?, ?, 'outcome', ?, ?, ?, 1, 1)`,
    ).bind(lead, clientId, id, delivery_id, destinationId, JSON.stringify({ ...detail, ...more }));
  await env.DB.batch([
    env.DB.prepare(
      `UPDATE leads SET project = ?, crm_lead_id = ?, user_agent = ?, first_attribution_json = ?, latest_attribution_json = ?
       WHERE id = ?`,
    ).bind(email, digits, `Browser of ${email}`, came, came, leadRow),
    env.DB.prepare(
      "UPDATE lead_submissions SET cta = ?, page_url = ?, attribution_json = ? WHERE lead_id = ?",
    ).bind(phone, `https://www.example.com/u/${email}`, came, leadRow),
    env.DB.prepare("UPDATE deliveries SET receiver_id = ? WHERE lead_id = ?").bind(email, leadRow),
    said(leadRow, crypto.randomUUID(), {}),
    said(0, crypto.randomUUID(), { sought: { crm_lead_id: email, delivery_id } }),
  ]);
}
