import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { v7 } from "uuid";
import type { Tenant } from "../../src/seed/tenant.ts";
import { benchTenant } from "./bench-tenant.ts";

type Posted = Pick<Tenant, "client" | "form">;

/** Submissions as the producer enqueues them, each of another person with four identities: visitor, e-mail, phone, address. */
export function makeSubmissions(
  first: number,
  count: number,
  tenant: Posted = benchTenant,
): SubmissionMessage[] {
  return Array.from({ length: count }, (_, index) => submissionOf(first + index, tenant));
}

/** The same people once more: new submissions with nothing new in them. */
export const repeated = (submissions: readonly SubmissionMessage[]): SubmissionMessage[] =>
  submissions.map((submission) => ({ ...submission, submission_id: v7(), received_at: Date.now() }));

function submissionOf(person: number, { client, form }: Posted): SubmissionMessage {
  const number = String(person).padStart(7, "0");
  const fields = {
    name: `Asha Rao ${number}`,
    email: `asha.rao.${number}@example.com`,
    phone: `987${number}`,
    country_code: "+91",
    project: "Lake View Residences",
    source: "google",
    message: "Please call me about a two bedroom flat.",
    visitor_id: `visitor-${number}`,
  };
  const { country_code: countrycode, visitor_id: __visitor_id, ...same } = fields;
  return {
    v: 1,
    type: "submission",
    submission_id: v7(),
    received_at: Date.now(),
    form_key: form.formKey,
    form: {
      form_id: form.id,
      client_id: client.id,
      database: "DB",
      default_region: "IN",
    },
    channel: "browser",
    is_bot: false,
    fields,
    payload: { ...same, countrycode, __visitor_id },
    notes: [],
    context: {
      ip: `10.${(person >> 16) & 255}.${(person >> 8) & 255}.${person & 255}`,
      country: "IN",
      city: "Bengaluru",
      region: "Karnataka",
      timezone: "Asia/Kolkata",
      asn: 24560,
      user_agent: "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/129.0 Mobile Safari/537.36",
      referrer: "https://www.example.com/lake-view?utm_source=google",
    },
  };
}
