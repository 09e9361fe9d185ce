import type { OutgoingRequest, SentDelivery } from "../adapter.ts";
import { fieldsOf, ownFields } from "../crm/crm-fields.ts";
import { crmFacts } from "../crm/crm-facts.ts";
import { deliveryHeader } from "../crm/delivery-header.ts";
import { jsonRequest, userAgent } from "../json-request.ts";
import { salesforceFields } from "./fields.ts";
import { withUsual, type SalesforceSettings } from "./settings.ts";

export function sentBody(settings: SalesforceSettings, delivery: SentDelivery): Record<string, string> {
  const facts = crmFacts(delivery);
  return {
    Company: withUsual(settings).company,
    ...fieldsOf(salesforceFields, facts),
    ...ownFields({ custom_fields: settings.custom_fields }, facts, delivery),
  };
}

/** Made, or brought up to date where there is one of our id: a repeat makes no second. */
export function buildUpsert(
  settings: SalesforceSettings,
  delivery: SentDelivery,
  token: string,
): OutgoingRequest {
  const { api_version, external_id_field, allow_duplicates = false } = withUsual(settings);
  const { payload } = delivery.event;
  const id = payload.lead_public_id ?? payload.lead_submission_public_id;
  const path = `/services/data/${api_version}/sobjects/Lead/${external_id_field}/${encodeURIComponent(id)}`;
  return jsonRequest(`${new URL(settings.instance).origin}${path}`, sentBody(settings, delivery), {
    method: "PATCH",
    headers: {
      authorization: `Bearer ${token}`,
      ...(allow_duplicates ? { "sforce-duplicate-rule-header": "allowSave=true" } : {}),
      ...deliveryHeader(delivery),
    },
  });
}

export function buildToken({
  instance,
  client_id,
  client_secret,
  refresh_token,
}: SalesforceSettings): OutgoingRequest {
  const grant: Record<string, string> = refresh_token
    ? { grant_type: "refresh_token", refresh_token }
    : { grant_type: "client_credentials" };
  return {
    url: `${new URL(instance).origin}/services/oauth2/token`,
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", "user-agent": userAgent },
    body: new URLSearchParams({ ...grant, client_id, client_secret }).toString(),
  };
}
