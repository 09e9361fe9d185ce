import type { Environment } from "@leadrelay/contracts/environment";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import type { LeadRow } from "../decide/commit-plan.ts";
import { usualPayload } from "../payload/stored-payload.ts";

/** Of a lead what a notice about it shows. */
export type ShownLead = Pick<
  LeadRow,
  | "id"
  | "public_id"
  | "client_id"
  | "project"
  | "contact_name"
  | "contact_email"
  | "contact_phone"
  | "submission_count"
  | "suspicion_score"
  | "is_test"
>;

/** A lead as it stands, with what was sent of it last beside; null: nothing was, or nothing is kept. */
export function payloadOfLead(
  lead: ShownLead,
  sent: LeadPayload | null,
  { environment }: { environment: Environment },
): LeadPayload {
  const place = { lead_id: lead.id, type: "lead.reengaged" as const, submission_public_id: "" };
  return {
    ...(sent ?? { ...usualPayload(place), project_name: lead.project }),
    first_name: lead.contact_name,
    phone_mobile: lead.contact_phone,
    email: lead.contact_email,
    email1: lead.contact_email,
    form_submit_count: lead.submission_count,
    suspicion_score: lead.suspicion_score,
    is_duplicate: "yes",
    test_lead: lead.is_test ? "yes" : "no",
    dev_environment: environment === "production" ? "no" : "yes",
    lead_public_id: lead.public_id,
    lead_id: lead.id,
  };
}
