import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { usualPayload } from "../src/payload/stored-payload.ts";
import type { ToldLead } from "../src/shape/lead-values.ts";

/** A lead as a destination is told of it. @param form what its form posted */
export function toldLead(
  given: Partial<LeadPayload> = {},
  form: Record<string, unknown> = {},
  more: Partial<ToldLead> = {},
): ToldLead {
  return {
    event: { id: "evt_1", type: "lead.created", created_at: Date.UTC(2026, 10, 30, 12) },
    payload: {
      ...usualPayload({ lead_id: 41, type: "lead.created", submission_public_id: "sub_1" }),
      first_name: "Asha Rao",
      email: "asha@example.com",
      phone_mobile: "+91-9999999999",
      user_country: "IN",
      lead_source: "google",
      ...given,
    },
    attribution: { first: null, latest: null },
    message: null,
    payload_json: JSON.stringify(form),
    delivery_public_id: null,
    ...more,
  };
}
