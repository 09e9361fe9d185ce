import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { describe, expect, it } from "vitest";
import { sampleSubmission, type Posted } from "../../test/decide-samples.ts";
import { buildLeadPayload } from "./build-lead-payload.ts";

type Facts = Parameters<typeof buildLeadPayload>[1];
const facts: Facts = {
  ids: { lead_id: 41, lead_public_id: "lead", lead_submission_id: 57 },
  contact: { name: "Asha Rao", email: "asha@x.io", phone: "+91-9876543210" },
  submissionNumber: 3,
  isDuplicate: false,
  isTest: false,
  environment: "production",
  engagement: null,
  suspicion: { score: 40, reasons: ["fast_submit", "invalid_phone"] },
};
const build = (post: Posted = {}, given: Partial<Facts> = {}) =>
  buildLeadPayload(sampleSubmission(post), { ...facts, ...given });

describe("what a CRM gets", () => {
  it("is every name that scenarios map, each with what the form, the lead or the caller's network says", () => {
    const submission = sampleSubmission({
      id: "submission",
      name: "typed",
      email: "typed@x.io",
      phone: "12",
      country_code: "91",
      project: "Lakeside Towers",
      location: "Bengaluru",
      source: "google",
      team: "performance",
      keyword: "flats",
      visitor_id: "v1",
      session_id: "s1",
      time_to_submit: "8",
      country: "IN",
      referrer: "https://x.io/",
      userAgent: "firefox",
      ip: "203.0.113.7",
    });
    const context = { ...submission.context, city: "Mysuru", region: "Karnataka", timezone: "Asia/Kolkata" };
    expect(buildLeadPayload({ ...submission, context }, facts)).toEqual({
      first_name: "Asha Rao",
      phone_mobile: "+91-9876543210",
      email: "asha@x.io",
      email1: "asha@x.io",
      country_code: "91",
      project_name: "Lakeside Towers",
      user_location: "Bengaluru",
      lead_source: "google",
      source_team: "performance",
      user_country: "IN",
      user_city: "Mysuru",
      user_timezone: "Asia/Kolkata",
      user_region: "Karnataka",
      engagement_score: 0,
      engagement_label: null,
      session_duration_seconds: 0,
      pages_visited: 0,
      return_visits: 0,
      suspicion_score: 40,
      suspicion_reasons: "fast_submit, invalid_phone",
      time_to_submit: 8,
      form_submit_count: 3,
      visitor_id: "v1",
      session_id: "s1",
      vpn_suspected: "no",
      related_projects: null,
      refered_by: "https://x.io/",
      searched_keyword: "flats",
      user_agent: "firefox",
      user_ip: "203.0.113.7",
      is_duplicate: "no",
      is_bot_lead: "no",
      test_lead: "no",
      dev_environment: "no",
      lead_public_id: "lead",
      lead_submission_public_id: "submission",
      lead_id: 41,
      lead_submission_id: 57,
    });
  });

  it("is null for what nobody said", () => {
    const contact = { name: null, email: null, phone: null };
    const nothing = build({}, { contact, suspicion: { score: 0, reasons: [] } });
    const said = Object.entries(nothing).filter(([, value]) => value !== null);
    expect(said.map(([name]) => name)).toEqual([
      "engagement_score",
      "session_duration_seconds",
      "pages_visited",
      "return_visits",
      "suspicion_score",
      "suspicion_reasons",
      "form_submit_count",
      "vpn_suspected",
      "is_duplicate",
      "is_bot_lead",
      "test_lead",
      "dev_environment",
      "lead_public_id",
      "lead_submission_public_id",
      "lead_id",
      "lead_submission_id",
    ]);
    expect(nothing.suspicion_reasons).toBe("");
  });

  it.each<[string, Posted, Partial<LeadPayload>]>([
    ["the source is the form's own", { source: "partner", utm_source: "google" }, { lead_source: "partner" }],
    ["the source is utm_source where the form has none", { utm_source: "google" }, { lead_source: "google" }],
    [
      "the source is utm_source of the page where no field tells it",
      { page_url: "https://a.example/?utm_source=google" },
      { lead_source: "google" },
    ],
    ["the source is no other utm field", { utm_medium: "cpc" }, { lead_source: null }],
    ["the keyword is the form's own", { keyword: "villa", utm_term: "flat" }, { searched_keyword: "villa" }],
    ["the keyword is utm_term where the form has none", { utm_term: "flat" }, { searched_keyword: "flat" }],
    [
      "the country code is as the form sent it",
      { country_code: "India (+91)" },
      { country_code: "India (+91)" },
    ],
    ["the country code is the phone's where the form has none", {}, { country_code: "+91" }],
    [
      "a word that the page's script wrote in place of the browser id is none",
      { visitor_id: "undefined" },
      { visitor_id: null },
    ],
    [
      "a browser id that is too long to identify is sent as it came, because the CRM may know it",
      { visitor_id: "v1".repeat(129) },
      { visitor_id: "v1".repeat(129) },
    ],
    ["a time to submit that is no time is none", { time_to_submit: "soon" }, { time_to_submit: null }],
    ["a filled honeypot that was let through is a bot", { isBot: true }, { is_bot_lead: "yes" }],
  ])("%s", (_, post, expected) => expect(build(post)).toMatchObject(expected));

  it.each([
    ["+1-2025550123", "+1"],
    ["+358-401234567", "+358"],
    ["9876543210", null],
    ["12345", null],
    ["+1234-5678", null],
    ["call +91-9876543210", null],
    ["+91-", null],
    [null, null],
  ])("of the phone %s the calling code is %s", (phone, code) => {
    expect(build({}, { contact: { name: null, email: null, phone } }).country_code).toBe(code);
  });

  it.each<[string, Partial<Facts>, Partial<LeadPayload>]>([
    [
      "a person who was known is a duplicate",
      { isDuplicate: true },
      { is_duplicate: "yes", test_lead: "no" },
    ],
    ["a test is a test", { isTest: true }, { test_lead: "yes", is_duplicate: "no" }],
    ["outside production it says so", { environment: "development" }, { dev_environment: "yes" }],
    [
      "while D1 is down the ids it gives are null",
      { ids: { lead_id: null, lead_public_id: null, lead_submission_id: null } },
      { lead_id: null, lead_public_id: null, lead_submission_id: null, lead_submission_public_id: "s" },
    ],
  ])("%s", (_, given, expected) => expect(build({}, given)).toMatchObject(expected));
});
