import { expect, it } from "vitest";
import { sampleSubmission } from "../../test/decide-samples.ts";
import { directPayload } from "./direct-payload.ts";

const submission = sampleSubmission({
  id: "s",
  name: "Asha",
  email: "a@x.io",
  phone: "12",
  time_to_submit: "2",
  overRate: true,
});
const live = {
  isTest: false,
  allowed: undefined,
  environment: "production",
  event: "lead.created",
  submissionNumber: 1,
} as const;

it("a lead sent while D1 is down says what it says itself, and counts as its person's first", () => {
  expect(directPayload(submission, live)).toMatchObject({
    first_name: "Asha",
    email: "a@x.io",
    phone_mobile: "12",
    lead_submission_public_id: "s",
    lead_id: null,
    lead_public_id: null,
    lead_submission_id: null,
    form_submit_count: 1,
    is_duplicate: "no",
    test_lead: "no",
    dev_environment: "no",
    suspicion_score: 60,
    suspicion_reasons: "fast_submit, invalid_phone, high_rate",
  });
});

it.each([
  ["a test says so", { ...live, isTest: true }, { test_lead: "yes" }],
  ["outside production it says so", { ...live, environment: "development" }, { dev_environment: "yes" }],
  [
    "somebody who returns says so",
    { ...live, event: "lead.reengaged", submissionNumber: 3 },
    { is_duplicate: "yes", form_submit_count: 3 },
  ],
  ["a colleague may post as fast as they like", { ...live, allowed: "internal" }, { suspicion_score: 40 }],
] as const)("%s", (_, given, expected) => {
  expect(directPayload(submission, given)).toMatchObject(expected);
});

it("a lead of a page with the tag carries what its form told of the session, for what is stored of it cannot be asked", () => {
  const session = {
    visitor_id: "9b2f6c1e-visitor",
    session_id: "mc9x-session",
    session_totals: "d60000 s50 c3 p2 e9 r0",
  };
  expect(directPayload(sampleSubmission({ id: "s", email: "a@x.io", ...session }), live)).toMatchObject({
    engagement_score: 24,
    engagement_label: "Warm",
    session_duration_seconds: 60,
    pages_visited: 2,
    return_visits: 0,
  });
});
