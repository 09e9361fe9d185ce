import { longestCallbackTexts } from "@leadrelay/contracts/callback-limits";
import type { CallbackLead } from "@leadrelay/contracts/callback-message";
import { pick, type CallbackFields } from "../callback-fields.ts";

const { id, url, word } = longestCallbackTexts;

/** The CRM's own id of a lead, and its page there. */
export const inCrm = {
  crm_lead_id: [id, "crmleadid", "crmid", "crmrecordid", "recordid", "contactid", "dealid"],
  crm_url: [url, "crmurl", "recordurl"],
} as const;

/** Whom a CRM tells of, by whatever it knows; undefined where it names nobody. */
export function saidLead(fields: CallbackFields): CallbackLead | undefined {
  const { lead_id = "", ...named } = pick(fields, {
    // Whoever maps our public id to a field of the number's name means the same lead.
    lead_public_id: [word, "leadpublicid"],
    lead_submission_public_id: [word, "leadsubmissionpublicid", "submissionid"],
    delivery_id: [word, "makesendpublicid", "deliveryid"],
    crm_lead_id: inCrm.crm_lead_id,
    lead_id: [word, "leadid"],
  });
  if (/^\d{1,15}$/.test(lead_id)) return { ...named, lead_id: Number(lead_id) };
  if (/^[0-9a-f-]{36}$/i.test(lead_id)) named.lead_public_id ??= lead_id;
  return Object.keys(named).length === 0 ? undefined : named;
}
