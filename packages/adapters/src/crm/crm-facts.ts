import type { SentDelivery } from "../adapter.ts";
import { contactParts } from "../lead/contact-parts.ts";
import { readLead } from "../lead/lead-lines.ts";
import { oneLine } from "../lead/one-line.ts";

/** What CRMs are told of a lead, by our names; a kind's table says which of its fields each stands in. */
export type CrmFact =
  | "first_name"
  | "last_name"
  | "given_name"
  | "family_name"
  | "name"
  | "title"
  | "email"
  | "phone"
  | "city"
  | "region"
  | "country"
  | "project"
  | "source"
  | "summary"
  | "lead_id"
  | "delivery_id";

/** null is what is not known. All are free of control characters; only `summary` has several lines. */
export interface CrmFacts extends Readonly<Record<CrmFact, string | null>> {
  /** Of somebody whose name is not known, the e-mail address or the number. */
  name: string;
}

/** A lead as CRMs file it. */
export function crmFacts(delivery: SentDelivery): CrmFacts {
  const { payload } = delivery.event;
  const told = {
    first_name: clean(payload.first_name),
    email: clean(payload.email),
    phone_mobile: clean(payload.phone_mobile),
  };
  const { first_name, last_name, email, phone } = contactParts(told);
  const { title, lines } = readLead(delivery);
  const name = told.first_name ?? email ?? phone ?? "Unknown";
  return {
    first_name,
    last_name,
    // For CRMs that take nobody without a last name: the only word of a name is one.
    given_name: last_name === null ? null : first_name,
    family_name: last_name ?? name,
    name,
    title,
    email,
    phone,
    city: clean(payload.user_city),
    region: clean(payload.user_region),
    country: clean(payload.user_country),
    project: clean(payload.project_name),
    source: clean(payload.lead_source),
    summary: lines.map(([label, value]) => `${label}: ${value}`).join("\n"),
    lead_id: payload.lead_public_id ?? payload.lead_submission_public_id,
    delivery_id: delivery.delivery_public_id,
  };
}

const clean = (text: string | null): string | null => oneLine(text ?? "") || null;
