/** `"yes"` or `"no"`, as existing Make scenarios compare them. */
export type YesNo = "yes" | "no";

/**
 * The flat JSON a CRM receives, names exactly as existing scenarios map them (`refered_by` sic).
 * Frozen in the event at commit; the three ids marked below belong to the delivery and are set per send.
 */
export interface LeadPayload {
  first_name: string | null;
  phone_mobile: string | null;
  email: string | null;
  email1: string | null;
  country_code: string | null;
  project_name: string | null;
  user_location: string | null;
  lead_source: string | null;
  source_team: string | null;
  user_country: string | null;
  user_city: string | null;
  user_timezone: string | null;
  user_region: string | null;
  engagement_score: number;
  engagement_label: string | null;
  session_duration_seconds: number;
  pages_visited: number;
  return_visits: number;
  suspicion_score: number;
  /** Reason codes joined by ", ". */
  suspicion_reasons: string;
  /** Seconds from render to submit. */
  time_to_submit: number | null;
  form_submit_count: number;
  visitor_id: string | null;
  session_id: string | null;
  vpn_suspected: YesNo;
  related_projects: string | null;
  refered_by: string | null;
  searched_keyword: string | null;
  user_agent: string | null;
  user_ip: string | null;
  is_duplicate: YesNo;
  is_bot_lead: YesNo;
  test_lead: YesNo;
  dev_environment: YesNo;
  /** null only in a send made while D1 was down, as are both integer ids. */
  lead_public_id: string | null;
  lead_submission_public_id: string;
  lead_id: number | null;
  lead_submission_id: number | null;
}

/** What is on the wire: the frozen payload and the delivery's own link. */
export interface SentLeadPayload extends LeadPayload {
  make_send_public_id: string;
  callback_url: string | null;
}
