import type { LeadAttribution } from "@leadrelay/contracts/attribution";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { parseAttribution } from "../attribution/parse-attribution.ts";
import type { LeadRow } from "../decide/commit-plan.ts";
import { usualPayload } from "../payload/stored-payload.ts";
import type { SplitFacts, SplitSubmission } from "./split-facts.ts";

/** What is told of a submission at the new lead: all that was told or kept of it before, but for who the person is. */
export function splitPayload(
  submission: SplitSubmission,
  newLead: LeadRow,
  {
    environment,
    number,
    isDuplicate,
  }: Pick<SplitFacts, "environment"> & { number: number; isDuplicate: boolean },
): LeadPayload {
  const place = {
    lead_id: newLead.id,
    type: isDuplicate ? ("lead.reengaged" as const) : ("lead.created" as const),
    submission_public_id: submission.public_id,
  };
  const before = submission.frozen?.payload ?? { ...usualPayload(place), project_name: newLead.project };
  const { contact_name, contact_email, contact_phone } = newLead;
  return {
    ...before,
    first_name: contact_name,
    phone_mobile: contact_phone,
    email: contact_email,
    email1: contact_email,
    country_code: before.phone_mobile === contact_phone ? before.country_code : callingCode(contact_phone),
    form_submit_count: number,
    is_duplicate: isDuplicate ? "yes" : "no",
    test_lead: newLead.is_test ? "yes" : "no",
    dev_environment: environment === "production" ? "no" : "yes",
    lead_public_id: newLead.public_id,
    lead_id: newLead.id,
    lead_submission_id: submission.id,
  };
}

/** `+91` of `+91-9999999999`. */
const callingCode = (phone: string | null) => /^(\+\d{1,3})-\d/.exec(phone ?? "")?.[1] ?? null;

/** How a lead came, as an event tells it. */
export const attributionOf = ({
  first_attribution_json,
  latest_attribution_json,
}: LeadRow): LeadAttribution => ({
  first: parseAttribution(first_attribution_json),
  latest: parseAttribution(latest_attribution_json),
});
