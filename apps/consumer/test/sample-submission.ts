import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";

/** A submission with its own id, and whatever a test is about. */
export function sampleSubmission(given: Partial<SubmissionMessage> = {}): SubmissionMessage {
  return {
    v: 1,
    type: "submission",
    submission_id: crypto.randomUUID(),
    received_at: 1_700_000_000_000,
    form_key: "frm_test",
    form: { form_id: "form-1", client_id: "client-1", database: "DB", default_region: null },
    channel: "browser",
    is_bot: false,
    fields: { email: "anna@example.com" },
    payload: { email: "anna@example.com" },
    notes: [],
    context: {
      ip: "203.0.113.7",
      country: "IN",
      city: null,
      region: null,
      timezone: null,
      asn: null,
      user_agent: "test",
      referrer: null,
    },
    ...given,
  };
}
