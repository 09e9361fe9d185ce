import type { OutgoingRequest, SentDelivery } from "../adapter.ts";
import { fieldsOf, ownFields } from "../crm/crm-fields.ts";
import { crmFacts } from "../crm/crm-facts.ts";
import { deliveryHeader } from "../crm/delivery-header.ts";
import { jsonRequest, userAgent } from "../json-request.ts";
import { leadFields, mostEmail, mostPhone, personFields } from "./fields.ts";
import type { PipedriveSettings } from "./settings.ts";

/** By what a person is looked for there. */
export type SearchedBy = "email" | "phone";

/** The lead's address or number; undefined: none that Pipedrive would hold. */
export function searchedFor(delivery: SentDelivery, by: SearchedBy): string | undefined {
  const value = crmFacts(delivery)[by];
  return value === null || value.length > (by === "email" ? mostEmail : mostPhone) ? undefined : value;
}

interface Bodies {
  person: Record<string, unknown>;
  lead: Record<string, unknown>;
  note?: Record<string, unknown>;
}

/** What each step sends, without the ids that only the steps before it know. */
export function sentBody(
  settings: PipedriveSettings,
  delivery: SentDelivery,
): Bodies & Record<string, unknown> {
  const facts = crmFacts(delivery);
  const listed = (by: SearchedBy) => {
    const value = searchedFor(delivery, by);
    return value === undefined ? [] : [{ value, primary: true }];
  };
  return {
    person: { ...fieldsOf(personFields, facts), emails: listed("email"), phones: listed("phone") },
    lead: { ...fieldsOf(leadFields, facts), ...ownFields(settings, facts, delivery) },
    ...(hasNote(settings) ? { note: { content: asHtml(facts.summary ?? "") } } : {}),
  };
}

export const hasNote = ({ note }: PipedriveSettings): boolean => note ?? true;

/** Notes are HTML, and what they hold is a stranger's. */
const asHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "<br>");

const mostFound = 10;

/** A page of leads, each with all of the company's own fields. */
const mostLeads = 100;
const mostLeadsBytes = 2 * 1024 * 1024;

export const buildSearch = (
  settings: PipedriveSettings,
  delivery: SentDelivery,
  by: SearchedBy,
): OutgoingRequest =>
  get(settings, delivery, "/api/v2/persons/search", {
    term: searchedFor(delivery, by) ?? "",
    fields: by,
    exact_match: "true",
    limit: String(mostFound),
  });

export const buildPerson = (settings: PipedriveSettings, delivery: SentDelivery): OutgoingRequest =>
  post(settings, delivery, "/api/v2/persons", sentBody(settings, delivery).person);

export const buildLeads = (
  settings: PipedriveSettings,
  delivery: SentDelivery,
  personId: string,
): OutgoingRequest => ({
  ...get(settings, delivery, "/api/v1/leads", {
    person_id: personId,
    sort: "add_time DESC",
    limit: String(mostLeads),
  }),
  mostAnswerBytes: mostLeadsBytes,
});

export const buildLead = (
  settings: PipedriveSettings,
  delivery: SentDelivery,
  personId: string,
): OutgoingRequest =>
  post(settings, delivery, "/api/v1/leads", {
    ...sentBody(settings, delivery).lead,
    person_id: Number(personId),
  });

export const buildNote = (
  settings: PipedriveSettings,
  delivery: SentDelivery,
  leadId: string,
): OutgoingRequest =>
  post(settings, delivery, "/api/v1/notes", { ...sentBody(settings, delivery).note, lead_id: leadId });

const at = ({ address }: PipedriveSettings, path: string) => `https://${new URL(address).host}${path}`;

const headersOf = ({ api_token }: PipedriveSettings, delivery: SentDelivery) => ({
  "x-api-token": api_token,
  ...deliveryHeader(delivery),
});

const post = (
  settings: PipedriveSettings,
  delivery: SentDelivery,
  path: string,
  body: object,
): OutgoingRequest => jsonRequest(at(settings, path), body, { headers: headersOf(settings, delivery) });

const get = (
  settings: PipedriveSettings,
  delivery: SentDelivery,
  path: string,
  asked: Record<string, string>,
): OutgoingRequest => ({
  url: `${at(settings, path)}?${new URLSearchParams(asked).toString()}`,
  method: "GET",
  headers: { "user-agent": userAgent, ...headersOf(settings, delivery) },
  body: null,
});
