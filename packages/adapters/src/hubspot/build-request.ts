import type { OutgoingRequest, SentDelivery } from "../adapter.ts";
import { fieldsOf, ownFields } from "../crm/crm-fields.ts";
import { crmFacts } from "../crm/crm-facts.ts";
import { deliveryHeader } from "../crm/delivery-header.ts";
import { jsonRequest } from "../json-request.ts";
import { hubspotFields } from "./fields.ts";
import type { HubspotSettings } from "./settings.ts";

export const hubspotHost = "api.hubapi.com";
/** HubSpot dates the versions of its API; this one is from 2026-09. */
const contactsPath = "/crm/objects/2026-09/contacts";

export function sentBody(
  settings: HubspotSettings,
  delivery: SentDelivery,
): { properties: Record<string, string> } {
  const facts = crmFacts(delivery);
  const properties = fieldsOf(hubspotFields, facts);
  // HubSpot makes no contact that has neither a name nor an e-mail address.
  if (!("email" in properties || "firstname" in properties)) properties["firstname"] = facts.name;
  return { properties: { ...properties, ...ownFields(settings, facts, delivery) } };
}

export const buildCreate = (settings: HubspotSettings, delivery: SentDelivery): OutgoingRequest =>
  request("POST", contactsPath, settings, delivery);

/** @param contactId of the contact that has the lead's e-mail address */
export const buildUpdate = (
  settings: HubspotSettings,
  delivery: SentDelivery,
  contactId: string,
): OutgoingRequest =>
  request("PATCH", `${contactsPath}/${encodeURIComponent(contactId)}`, settings, delivery);

const request = (
  method: "POST" | "PATCH",
  path: string,
  settings: HubspotSettings,
  delivery: SentDelivery,
): OutgoingRequest =>
  jsonRequest(`https://${hubspotHost}${path}`, sentBody(settings, delivery), {
    method,
    headers: { authorization: `Bearer ${settings.service_key}`, ...deliveryHeader(delivery) },
  });
