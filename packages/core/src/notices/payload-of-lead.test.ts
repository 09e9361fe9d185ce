import { describe, expect, it } from "vitest";
import { usualPayload } from "../payload/stored-payload.ts";
import { payloadOfLead, type ShownLead } from "./payload-of-lead.ts";

const asha: ShownLead = {
  id: 7,
  public_id: "lead_7",
  client_id: "cli",
  project: "Palm Grove",
  contact_name: "Asha",
  contact_email: "asha@example.com",
  contact_phone: "+91-9999999999",
  submission_count: 3,
  suspicion_score: 12,
  is_test: false,
};
const usual = usualPayload({ lead_id: 9, type: "lead.created", submission_public_id: "sub_9" });
const inProduction = { environment: "production" } as const;

describe("a lead as a notice shows it", () => {
  it("is as it stands now, whatever was sent of it last", () => {
    const sent = {
      ...usual,
      first_name: "A.",
      email: "old@example.com",
      project_name: "Before",
      user_city: "Pune",
    };
    expect(payloadOfLead(asha, sent, inProduction)).toMatchObject({
      first_name: "Asha",
      email: "asha@example.com",
      email1: "asha@example.com",
      phone_mobile: "+91-9999999999",
      form_submit_count: 3,
      suspicion_score: 12,
      is_duplicate: "yes",
      lead_id: 7,
      lead_public_id: "lead_7",
      // What only a submission says stays as it was sent.
      project_name: "Before",
      user_city: "Pune",
    });
  });

  it("is of its project where nothing was sent of it, and of no submission", () => {
    expect(payloadOfLead(asha, null, inProduction)).toMatchObject({
      project_name: "Palm Grove",
      first_name: "Asha",
      lead_id: 7,
      lead_submission_public_id: "",
      user_city: usual.user_city,
    });
  });

  it.each([
    ["a test in production", true, "production", "yes", "no"],
    ["a lead in production", false, "production", "no", "no"],
    ["a lead elsewhere", false, "development", "no", "yes"],
  ] as const)("says that it is %s", (_what, is_test, environment, test_lead, dev_environment) => {
    expect(payloadOfLead({ ...asha, is_test }, null, { environment })).toMatchObject({
      test_lead,
      dev_environment,
    });
  });
});
