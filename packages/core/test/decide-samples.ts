import type { Channel } from "@leadrelay/contracts/channel";
import type { DirectAttempt } from "@leadrelay/contracts/submission-message";
import type { EventType } from "@leadrelay/contracts/event-type";
import type { SubmissionFields } from "@leadrelay/contracts/submission-fields";
import { attributionOf } from "../src/attribution/attribution-of.ts";
import type { Facts, KnownLead } from "../src/decide/facts.ts";
import type { Submission } from "../src/identity/submission.ts";
import { contactValues } from "../src/identity/contact-values.ts";
import { projectKey } from "../src/identity/project-key.ts";
import { defaultWeights } from "../src/suspicion/weights.ts";

/** What a post is beside its fields; what is left out is as in a person's own, quiet one. */
export interface Posted extends Omit<SubmissionFields, "referrer"> {
  id?: string;
  receivedAt?: number;
  client?: string;
  form?: string;
  channel?: Channel;
  ip?: string | null;
  userAgent?: string | null;
  country?: string | null;
  referrer?: string | null;
  defaultRegion?: string | null;
  isBot?: boolean;
  overRate?: boolean;
  quarantine?: Submission["quarantine"];
  blockLifted?: boolean;
  notes?: readonly string[];
  direct?: Submission["direct"];
}

/** A submission of what was typed, read as the consumer reads it. */
export function sampleSubmission(given: Posted = {}): Submission {
  const { id = "s", receivedAt = 0, client = "client", form = "form", channel = "browser", ...more } = given;
  const {
    ip = null,
    userAgent = null,
    country = null,
    referrer = null,
    defaultRegion = null,
    ...rest
  } = more;
  const {
    isBot = false,
    overRate = false,
    quarantine,
    blockLifted = false,
    notes = [],
    direct = {},
    ...fields
  } = rest;
  const context = {
    ip,
    country,
    city: null,
    region: null,
    timezone: null,
    asn: null,
    user_agent: userAgent,
    referrer,
  };
  return {
    submission_id: id,
    received_at: receivedAt,
    client_id: client,
    form_id: form,
    channel,
    is_bot: isBot,
    over_rate: overRate,
    quarantine,
    block_lifted: blockLifted,
    fields,
    contact: contactValues(fields, context, { channel, defaultRegion }),
    attribution: attributionOf(fields, context),
    project_key: projectKey(fields.project),
    context,
    payload_json: "{}",
    notes,
    direct,
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
  tallies: new Map(),
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
  identity_guard: null,
} as const;

const soldTo: readonly EventType[] = ["lead.created", "lead.reengaged"];
export const sampleDestination = {
  id: "make",
  enabled: true,
  health: null,
  limits: null,
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
  first_attribution_json: "[]",
  latest_attribution_json: "[]",
  routed_json: null,
  went_out: true,
};

/** A send made while D1 was down. */
export const sampleAttempt = (given: Partial<DirectAttempt> = {}): DirectAttempt => ({
  number: 1,
  outcome: "delivered",
  status_code: 200,
  error: null,
  started_at: 100,
  duration_ms: 5,
  ...given,
});

/** Production, 30 minutes, 24 hours. */
export const samplePolicy = {
  environment: "production",
  duplicateWindowMinutes: 30,
  reengageHours: 24,
  identityGuard: true,
} as const;
