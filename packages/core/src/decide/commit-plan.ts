import type { AttemptOutcome, DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { EventType } from "@leadrelay/contracts/event-type";
import type { NewDeadLetter } from "@leadrelay/contracts/dead-letter";
import type { SubmissionOutcome } from "@leadrelay/contracts/submission-outcome";
import type { StoredUnsentRule } from "@leadrelay/contracts/unsent-rule";
import type { Identity, SharedIdentity } from "../identity/identity.ts";
import type { SessionRow } from "../sessions/session-row.ts";
import type { Tally } from "../tallies/tally.ts";
import type { KnownLead } from "./facts.ts";
import type { StepSignal } from "./step-signals.ts";

export type LeadRow = Omit<KnownLead, "went_out">;

export interface SubmissionRow {
  lead_id: number;
  submission_number: number;
  id: number;
  public_id: string;
  client_id: string;
  form_id: string;
  outcome: SubmissionOutcome;
  contact_name: string | null;
  contact_email: string | null;
  contact_phone: string | null;
  cta: string | null;
  page_url: string | null;
  /** As `packAttribution` writes it beside `page_url`; null: not kept then. */
  attribution_json: string | null;
  payload_json: string;
  decision_json: string;
  submitted_at: number;
  /** Why nothing of it is sent; null where something is. */
  unsent: StoredUnsentRule | null;
  /** Of an unsent one that made no event: the packed payload it is released with. */
  unsent_payload: string | null;
}

export interface BlockedRow {
  client_id: string;
  public_id: string;
  form_id: string;
  ip: string;
  matched_cidr: string;
  country: string | null;
  referrer: string | null;
  contact_name: string | null;
  contact_email: string | null;
  contact_phone: string | null;
  project: string | null;
  payload_json: string;
  submitted_at: number;
  /** What its release puts on the queue beside the payload; see `BlockedRequest`. */
  request_json: string | null;
}

/** What a release needs is in `message_json` and `payload_json`. */
export interface QuarantinedRow {
  client_id: string;
  public_id: string;
  form_id: string;
  contact_name: string | null;
  contact_email: string | null;
  contact_phone: string | null;
  project: string | null;
  payload_json: string;
  message_json: string;
  submitted_at: number;
  /** Nothing is kept for longer, released or not. */
  expires_at: number;
}

export interface EventRow {
  lead_id: number;
  id: string;
  client_id: string;
  type: EventType;
  submission_public_id: string;
  payload_json: string;
  created_at: number;
}

export interface DeliveryRow {
  lead_id: number;
  event_id: string;
  destination_id: string;
  public_id: string;
  client_id: string;
  status: DeliveryStatus;
  attempts: number;
  max_attempts: number;
  next_attempt_at: number | null;
  /** Until when the first attempt belongs to the invocation that commits it, ms; null unless in flight. */
  lease_until: number | null;
  settled_at: number | null;
  created_at: number;
  last_status_code: number | null;
  last_error: string | null;
  dead_letter_id: string | null;
  /** Of the submission that caused it; its time in ms UTC, null where a person sent it on purpose: how long that took is no latency. */
  form_id: string;
  submitted_at: number | null;
  /** The route that chose its destination; absent or null where none did. */
  route_id?: string | null;
  /** 1: it does not send the lead, but writes to the person themselves, or tells of what is no submission; absent or null: it does. */
  is_notice?: 1 | null;
  /** Of a held one that waits for a cap of its source alone; see `Waiting`. */
  held_source?: string | null;
  /** Until when its receiver should confirm it, ms; absent or null: nobody waits for that. */
  confirm_by?: number | null;
}

export interface AttemptRow {
  lead_id: number;
  event_id: string;
  destination_id: string;
  number: number;
  client_id: string;
  outcome: AttemptOutcome;
  status_code: number | null;
  error: string | null;
  started_at: number;
  duration_ms: number;
}

/** What a lead is found by when its name is searched; see `nameWords`. */
export interface LeadNameWords {
  client_id: string;
  is_test: boolean;
  lead_id: number;
  words: string[];
}

/** Everything one commit writes, in one D1 batch or not at all. */
export interface CommitPlan {
  /** Leads that must still have the submission count they were read with; `unsent`: and of which still nothing went out, for this sends it. */
  guards: { lead_id: number; submission_count: number; unsent?: boolean }[];
  newLeads: LeadRow[];
  changedLeads: LeadRow[];
  /** Free when read; a collision aborts the commit. */
  identities: (Identity & { lead_id: number })[];
  /** Re-pointed to the newest lead there, never a collision. */
  ipIdentities: (Identity & { lead_id: number })[];
  /** Where a search finds a lead by what another lead holds; written once, never a collision. */
  sharedIdentities: SharedIdentity[];
  /** Of new names; those of earlier names stay, so that a lead is found under both. */
  nameWords: LeadNameWords[];
  submissions: SubmissionRow[];
  blocked: BlockedRow[];
  quarantined: QuarantinedRow[];
  /** Submissions of this commit that were quarantined: their rows there say so from now on. */
  released: Pick<QuarantinedRow, "client_id" | "public_id">[];
  events: EventRow[];
  deliveries: DeliveryRow[];
  attempts: AttemptRow[];
  letters: NewDeadLetter[];
  /** The sessions that were submitted in. */
  sessions: SessionRow[];
  /** What it adds to counts that later decisions go by. */
  tallies: Tally[];
  /** Of steps that acted on leads, for those who are told of them. */
  signals: StepSignal[];
}

export const emptyPlan = (): CommitPlan => ({
  guards: [],
  newLeads: [],
  changedLeads: [],
  identities: [],
  ipIdentities: [],
  sharedIdentities: [],
  nameWords: [],
  submissions: [],
  blocked: [],
  quarantined: [],
  released: [],
  events: [],
  deliveries: [],
  attempts: [],
  letters: [],
  sessions: [],
  tallies: [],
  signals: [],
});
