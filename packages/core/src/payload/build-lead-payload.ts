import type { Environment } from "@leadrelay/contracts/environment";
import type { LeadPayload, YesNo } from "@leadrelay/contracts/lead-payload";
import type { LeadEngagement } from "../engagement/engagement-of.ts";
import { readVisitorId } from "../identity/read-visitor-id.ts";
import type { Submission } from "../identity/submission.ts";
import { parseTimeToSubmit } from "../suspicion/parse-time-to-submit.ts";

/** The ids D1 gave; null in a send made while D1 was down. */
interface LeadIds {
  lead_id: number | null;
  lead_public_id: string | null;
  lead_submission_id: number | null;
}

interface PayloadFacts {
  ids: LeadIds;
  /** The lead's contact details as they now stand, this submission included. */
  contact: { name: string | null; email: string | null; phone: string | null };
  submissionNumber: number;
  isDuplicate: boolean;
  isTest: boolean;
  environment: Environment;
  suspicion: { score: number; reasons: readonly string[] };
  /** null where nothing is known of the session it came in. */
  engagement: LeadEngagement | null;
  /** Absent where nothing is known of its sessions. */
  isVpnSuspected?: boolean;
}

const yesNo = (flag: boolean): YesNo => (flag ? "yes" : "no");

/** The payload a CRM receives, names as in docs/payload.md. What needs a session is 0 or null where none is known. */
export function buildLeadPayload(submission: Submission, facts: PayloadFacts): LeadPayload {
  const { fields, context, attribution } = submission;
  return {
    first_name: facts.contact.name,
    phone_mobile: facts.contact.phone,
    email: facts.contact.email,
    email1: facts.contact.email,
    country_code: fields.country_code ?? callingCode(facts.contact.phone),
    project_name: fields.project ?? null,
    user_location: fields.location ?? null,
    lead_source: fields.source ?? attribution.utm_source,
    source_team: fields.team ?? null,
    user_country: context.country,
    user_city: context.city,
    user_timezone: context.timezone,
    user_region: context.region,
    engagement_score: facts.engagement?.score ?? 0,
    engagement_label: facts.engagement?.label ?? null,
    session_duration_seconds: facts.engagement?.duration_seconds ?? 0,
    pages_visited: facts.engagement?.pages_visited ?? 0,
    return_visits: facts.engagement?.return_visits ?? 0,
    suspicion_score: facts.suspicion.score,
    suspicion_reasons: facts.suspicion.reasons.join(", "),
    time_to_submit: parseTimeToSubmit(fields.time_to_submit),
    form_submit_count: facts.submissionNumber,
    visitor_id: readVisitorId(fields.visitor_id),
    session_id: fields.session_id ?? null,
    vpn_suspected: yesNo(facts.isVpnSuspected === true),
    related_projects: null,
    refered_by: context.referrer,
    searched_keyword: fields.keyword ?? attribution.utm_term,
    user_agent: context.user_agent,
    user_ip: context.ip,
    is_duplicate: yesNo(facts.isDuplicate),
    is_bot_lead: yesNo(submission.is_bot),
    test_lead: yesNo(facts.isTest),
    dev_environment: yesNo(facts.environment !== "production"),
    lead_public_id: facts.ids.lead_public_id,
    lead_submission_public_id: submission.submission_id,
    lead_id: facts.ids.lead_id,
    lead_submission_id: facts.ids.lead_submission_id,
  };
}

/** `+91` of `+91-9999999999`. */
const callingCode = (phone: string | null) => /^(\+\d{1,3})-\d/.exec(phone ?? "")?.[1] ?? null;
