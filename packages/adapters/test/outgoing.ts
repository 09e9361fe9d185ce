import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import type { OutgoingDelivery } from "../src/adapter.ts";
import { samplePayload } from "../src/make/sample-payload.ts";
import { sampleAttribution } from "./sample-attribution.ts";

/** The first try of the sample lead's delivery. */
export const outgoing = (payload: LeadPayload = samplePayload): OutgoingDelivery => ({
  event: {
    id: "evt",
    type: "lead.created",
    payload,
    attribution: sampleAttribution,
    created_at: 1_700_000_000_000,
  },
  delivery_public_id: "0199aaaa-0000-8000-8000-000000000001",
  attempt: 1,
  attempted_at: 1_700_000_060_000,
});

/** All that a form takes, in the field that is sent twice, of characters that JSON writes six times as long. */
export const longestPayload: LeadPayload = {
  ...samplePayload,
  email: "\u0001".repeat(64 * 1024),
  email1: "\u0001".repeat(64 * 1024),
};
