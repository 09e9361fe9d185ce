import type { EventType } from "@leadrelay/contracts/event-type";
import type { SubmissionFields } from "@leadrelay/contracts/submission-fields";
import type { Facts, KnownLead } from "../src/decide/facts.ts";
import type { Submission } from "../src/identity/submission.ts";
import { contactValues } from "../src/identity/contact-values.ts";
import { projectKey } from "../src/identity/project-key.ts";
import { defaultWeights } from "../src/suspicion/weights.ts";

export interface Typed {
  email?: string;
  phone?: string;
  visitor_id?: string;
  project?: string;
  ip?: string;
  userAgent?: string;
  waitMs: number;
}

/** A browser's submission of what was typed. */
export function sampleSubmission(given: Partial<Typed> & { id: string; receivedAt: number }): Submission {
  const { id, receivedAt, ip, userAgent, waitMs: _, ...rest } = given;
  const fields: SubmissionFields = rest;
  const context = {
    ip: ip ?? null,
    country: null,
    city: null,
    region: null,
    timezone: null,
    asn: null,
    user_agent: userAgent ?? null,
    referrer: null,
  };
  return {
    submission_id: id,
    received_at: receivedAt,
    client_id: "client",
    form_id: "form",
    channel: "browser",
    is_bot: false,
    over_rate: false,
    fields,
    contact: contactValues(fields, context, { channel: "browser", defaultRegion: null }),
    project_key: projectKey(fields.project),
    context,
    payload_json: "{}",
    notes: [],
    direct: {},
  };
}

/** One client with one form and one production destination; nothing stored yet. */
export const sampleFacts = (given: Partial<Facts> = {}): Facts => ({
  forms: new Map([["form", sampleForm]]),
  clients: new Map([
    [
      "client",
      {
        id: "client",
        test_strings: [],
        suspicion_weights: defaultWeights,
        destinations: [sampleDestination],
      },
    ],
  ]),
  stored: new Set(),
  blocked: new Map(),
  allowed: new Map(),
  identities: new Map(),
  leads: new Map(),
  nextLeadId: 1,
  nextSubmissionId: 1,
  ...given,
});

export const sampleForm = {
  id: "form",
  client_id: "client",
  form_key: "frm",
  duplicate_window_minutes: null,
  reengage_hours: null,
  reengage_basis: "last_submission",
} as const;

const soldTo: readonly EventType[] = ["lead.created", "lead.reengaged"];
export const sampleDestination = {
  id: "make",
  enabled: true,
  takes_test: false,
  environments: ["production"],
  event_types: soldTo,
  max_attempts: 10,
} as const;

/** A lead last seen at 0 that was sent. */
export const sampleLead: KnownLead = {
  id: 7,
  public_id: "lead-7",
  client_id: "client",
  form_id: "form",
  is_test: false,
  project: null,
  project_key: "",
  contact_name: null,
  contact_email: "a@x.io",
  contact_phone: null,
  visitor_id: null,
  user_agent: "firefox",
  submission_count: 1,
  suspicion_score: 0,
  first_submitted_at: 0,
  last_submitted_at: 0,
  last_sent_at: 1000,
  went_out: true,
};
