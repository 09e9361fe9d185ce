import type { LeadPayload, YesNo } from "@leadrelay/contracts/lead-payload";
import * as fc from "fast-check";

const text = fc.string({ unit: "grapheme", maxLength: 12 });
const maybe = fc.option(text);
const number = fc.oneof(fc.constantFrom(0, 1, 2, 7), fc.integer());
const yesNo = fc.constantFrom<YesNo>("yes", "no");

/** Payloads whose every field may be anything it can be, usual or not. */
export const anyPayload: fc.Arbitrary<LeadPayload> = fc.record({
  first_name: maybe,
  phone_mobile: maybe,
  email: maybe,
  email1: maybe,
  country_code: maybe,
  project_name: maybe,
  user_location: maybe,
  lead_source: maybe,
  source_team: maybe,
  user_country: maybe,
  user_city: maybe,
  user_timezone: maybe,
  user_region: maybe,
  engagement_score: number,
  engagement_label: maybe,
  session_duration_seconds: number,
  pages_visited: number,
  return_visits: number,
  suspicion_score: number,
  suspicion_reasons: text,
  time_to_submit: fc.option(fc.oneof(number, fc.double({ noNaN: true, noDefaultInfinity: true }))),
  form_submit_count: number,
  visitor_id: maybe,
  session_id: maybe,
  vpn_suspected: yesNo,
  related_projects: maybe,
  refered_by: maybe,
  searched_keyword: maybe,
  user_agent: maybe,
  user_ip: maybe,
  is_duplicate: yesNo,
  is_bot_lead: yesNo,
  test_lead: yesNo,
  dev_environment: yesNo,
  lead_public_id: maybe,
  lead_submission_public_id: fc.oneof(fc.constant("s"), text),
  lead_id: fc.option(number),
  lead_submission_id: fc.option(number),
});
