import type { ToldType } from "@leadrelay/contracts/event-type";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";

/** What an event's row says beside its payload. */
export interface PayloadPlace {
  lead_id: number;
  type: ToldType;
  submission_public_id: string;
}

/** An event's row with its payload as it is stored. */
export interface StoredPayload extends PayloadPlace {
  payload_json: string;
}

/**
 * A payload that says what nearly every one says, in the order of its fields; what its row says besides is not stored again.
 * Bits of stored payloads are places in this list: another list is another `payloadVersion`, and this one stays to be read.
 */
export const usualPayload = ({ lead_id, type, submission_public_id }: PayloadPlace): LeadPayload => ({
  first_name: null,
  phone_mobile: null,
  email: null,
  /** As `email`, which is known once it is read. */
  email1: null,
  country_code: null,
  project_name: null,
  user_location: null,
  lead_source: null,
  source_team: null,
  user_country: null,
  user_city: null,
  user_timezone: null,
  user_region: null,
  engagement_score: 0,
  engagement_label: null,
  session_duration_seconds: 0,
  pages_visited: 0,
  return_visits: 0,
  suspicion_score: 0,
  suspicion_reasons: "",
  time_to_submit: null,
  form_submit_count: 1,
  visitor_id: null,
  session_id: null,
  vpn_suspected: "no",
  related_projects: null,
  refered_by: null,
  searched_keyword: null,
  user_agent: null,
  user_ip: null,
  is_duplicate: type === "lead.created" ? "no" : "yes",
  is_bot_lead: "no",
  test_lead: "no",
  dev_environment: "no",
  lead_public_id: null,
  lead_submission_public_id: submission_public_id,
  lead_id,
  lead_submission_id: null,
});

/** Without how the person came: what was stored before that was kept. */
export const payloadVersion = "1";

/** With it, behind the fields of version 1, which are the same. */
export const attributedVersion = "2";

/** An alert of before there were other notices, and the lead it is told by, under the name `alert`. */
export const alertVersion = "3";

/** A notice, and the lead it is about or told by: JSON, since notices are few. */
export const noticeVersion = "4";

/** What of a payload tells how the person came, too. */
export const besideOf = ({ refered_by }: Pick<LeadPayload, "refered_by">) => ({
  page_url: null,
  referrer: refered_by,
});
