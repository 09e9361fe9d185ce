import type { OutgoingRequest, SentDelivery } from "../adapter.ts";
import { fieldsOf, ownFields } from "../crm/crm-fields.ts";
import { crmFacts } from "../crm/crm-facts.ts";
import { deliveryHeader } from "../crm/delivery-header.ts";
import { jsonRequest, userAgent } from "../json-request.ts";
import { zohoFields } from "./fields.ts";
import { zohoRegions } from "./regions.ts";
import type { ZohoSettings } from "./settings.ts";

const upsertPath = "/crm/v8/Leads/upsert";

export function sentBody(
  settings: ZohoSettings,
  delivery: SentDelivery,
): { data: [Record<string, string>]; duplicate_check_fields: readonly string[] } {
  const facts = crmFacts(delivery);
  const lead = { ...fieldsOf(zohoFields, facts), ...ownFields(settings, facts, delivery) };
  return {
    data: [lead],
    duplicate_check_fields: settings.duplicate_check_fields ?? ["Email" in lead ? "Email" : "Phone"],
  };
}

export const buildUpsert = (settings: ZohoSettings, delivery: SentDelivery, token: string): OutgoingRequest =>
  jsonRequest(`https://${zohoRegions[settings.region].api}${upsertPath}`, sentBody(settings, delivery), {
    headers: { authorization: `Zoho-oauthtoken ${token}`, ...deliveryHeader(delivery) },
  });

/** A token that lets in for an hour, for the refresh token. */
export const buildToken = ({
  region,
  client_id,
  client_secret,
  refresh_token,
}: ZohoSettings): OutgoingRequest => ({
  url: `https://${zohoRegions[region].accounts}/oauth/v2/token`,
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded", "user-agent": userAgent },
  body: new URLSearchParams({
    grant_type: "refresh_token",
    client_id,
    client_secret,
    refresh_token,
  }).toString(),
});
