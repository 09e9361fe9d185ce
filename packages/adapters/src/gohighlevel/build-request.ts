import type { OutgoingRequest, SentDelivery } from "../adapter.ts";
import { fieldsOf, ownFields, type CrmTable } from "../crm/crm-fields.ts";
import { crmFacts } from "../crm/crm-facts.ts";
import { deliveryHeader } from "../crm/delivery-header.ts";
import { jsonRequest } from "../json-request.ts";
import type { GohighlevelSettings } from "./settings.ts";

export const gohighlevelHost = "services.leadconnectorhq.com";
/** HighLevel dates its API by a header. */
const version = "2021-07-28";

const table: CrmTable = [
  ["firstName", "first_name", 100],
  ["lastName", "last_name", 100],
  ["email", "email", 254],
  ["phone", "phone", 30],
  ["city", "city", 100],
  ["state", "region", 100],
  ["source", "source", 100],
];

/** A field of the owner's: ids are what HighLevel made up, keys what the owner called it. */
const ownId = /^(?=.*[A-Z])(?=.*[a-z])[A-Za-z0-9]{20}$/;

type Contact = Record<string, unknown>;

/** A name that it does not know it refuses: nothing stands here that is not of its contacts. */
function contactOf(settings: GohighlevelSettings, delivery: SentDelivery): Contact {
  const facts = crmFacts(delivery);
  const own = Object.entries(ownFields({ custom_fields: settings.custom_fields }, facts, delivery));
  // Cloudflare's words for nowhere, `XX` and `T1`, are no country.
  const isCountry = facts.country !== null && /^(?!XX)[A-Z]{2}$/.test(facts.country);
  return {
    ...fieldsOf(table, facts),
    ...(isCountry ? { country: facts.country } : {}),
    ...(own.length === 0
      ? {}
      : {
          customFields: own.map(([name, value]) => ({
            [ownId.test(name) ? "id" : "key"]: name,
            field_value: value,
          })),
        }),
  };
}

const upsertBody = (settings: GohighlevelSettings, delivery: SentDelivery): Contact => ({
  locationId: settings.location_id,
  ...contactOf(settings, delivery),
});

export const hasTags = ({ tags }: GohighlevelSettings): boolean => (tags ?? []).length > 0;

/** By steps: the contact, and the tags that are added to those it has. */
export const sentBody = (
  settings: GohighlevelSettings,
  delivery: SentDelivery,
): Record<string, Record<string, unknown>> => ({
  contact: upsertBody(settings, delivery),
  ...(hasTags(settings) ? { tags: { tags: settings.tags ?? [] } } : {}),
});

export const buildUpsert = (settings: GohighlevelSettings, delivery: SentDelivery): OutgoingRequest =>
  request("POST", "/contacts/upsert", upsertBody(settings, delivery), { settings, delivery });

/** The contact that the sub-account has of this person already; it stays where it is. */
export const buildUpdate = (
  settings: GohighlevelSettings,
  delivery: SentDelivery,
  contactId: string,
): OutgoingRequest =>
  request("PUT", `/contacts/${encodeURIComponent(contactId)}`, contactOf(settings, delivery), {
    settings,
    delivery,
  });

/** Tags beside those that it has: with the contact they would replace them. */
export const buildTags = (
  settings: GohighlevelSettings,
  delivery: SentDelivery,
  contactId: string,
): OutgoingRequest =>
  request(
    "POST",
    `/contacts/${encodeURIComponent(contactId)}/tags`,
    { tags: settings.tags ?? [] },
    {
      settings,
      delivery,
    },
  );

const request = (
  method: "POST" | "PUT",
  path: string,
  body: unknown,
  { settings, delivery }: { settings: GohighlevelSettings; delivery: SentDelivery },
): OutgoingRequest =>
  jsonRequest(`https://${gohighlevelHost}${path}`, body, {
    method,
    headers: { authorization: `Bearer ${settings.token}`, version, ...deliveryHeader(delivery) },
  });
