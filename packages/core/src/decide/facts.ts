import type { AfterDelivery } from "@leadrelay/contracts/after-delivery";
import type { Environment } from "@leadrelay/contracts/environment";
import type { ToldType } from "@leadrelay/contracts/event-type";
import type { ReplyPolicy } from "@leadrelay/contracts/reply-policy";
import type { NetworkUsage } from "@leadrelay/contracts/network-usage";
import type { WaitingFacts } from "../limits/why-waits.ts";
import type { RoutePlace } from "../routes/route-member.ts";
import type { StoredFilter } from "../shape/stored-filter.ts";
import type { SessionFacts } from "../sessions/known-session.ts";
import type { SuspicionWeights } from "../suspicion/weights.ts";
import type { Tallies } from "../tallies/tally.ts";

/** A form's policies; null leaves it to the installation's setting. A deleted form still takes what was acknowledged. */
export interface FormFacts {
  id: string;
  client_id: string;
  form_key: string;
  duplicate_window_minutes: number | null;
  reengage_hours: number | null;
  reengage_basis: "last_submission" | "last_send";
  /** Whether a match that is contradicted is none. */
  identity_guard: boolean | null;
  /** When its tag was last heard of, ms UTC; absent or null: never, or nobody knows. */
  tracker_seen_at?: number | null;
}

/** Where a client's events go, and why they may have to wait there. */
export interface DestinationFacts extends WaitingFacts {
  /** As people call it; absent where nobody is told. */
  name?: string;
  takes_test: boolean;
  environments: readonly Environment[];
  event_types: readonly ToldType[];
  /** Tries a delivery has before it needs a person. */
  max_attempts: number;
  /** Its place in a route; absent or null where it hears of every lead. */
  route?: RoutePlace | null;
  /** Of one that writes to the person themselves; absent: it is no such one. */
  reply?: ReplyPolicy | null;
  /** What it must say after it took a lead; absent: nothing. */
  after?: AfterDelivery;
  /** Which leads it gets; absent: all. */
  filter?: StoredFilter | undefined;
}

export interface ClientFacts {
  id: string;
  test_strings: readonly string[];
  suspicion_weights: SuspicionWeights;
  destinations: readonly DestinationFacts[];
  /** Numbers, as they identify, that want no messages; read only where a destination would write to some. */
  optedOut?: ReadonlySet<string>;
}

/** A lead as it was read, times in ms. */
export interface KnownLead {
  id: number;
  public_id: string;
  client_id: string;
  form_id: string;
  is_test: boolean;
  project: string | null;
  project_key: string;
  contact_name: string | null;
  contact_email: string | null;
  contact_phone: string | null;
  visitor_id: string | null;
  user_agent: string | null;
  submission_count: number;
  suspicion_score: number;
  first_submitted_at: number;
  last_submitted_at: number;
  last_sent_at: number | null;
  /** How it came the first time and the latest, as `packAttribution` writes it; null: not kept then. */
  first_attribution_json: string | null;
  latest_attribution_json: string | null;
  /** How engaged whoever submitted was, 0–100, and in which session; absent or null: nothing new is known of that. */
  engagement_score?: number | null;
  session_id?: string | null;
  /** Route → the member that it went to, as JSON; absent or null for a lead that went through none. */
  routed_json?: string | null;
  /** It has a delivery delivered, confirmed, pending, in flight, held, or dead with an open letter. */
  went_out: boolean;
}

/** All that was read for one batch, before anything is decided. */
export interface Facts {
  forms: ReadonlyMap<string, FormFacts>;
  clients: ReadonlyMap<string, ClientFacts>;
  /** Submission ids already committed, as leads or as blocked. */
  stored: ReadonlySet<string>;
  /** Submission id → the list entry its address is on. */
  blocked: ReadonlyMap<string, string>;
  allowed: ReadonlyMap<string, NetworkUsage>;
  /** Identity key → lead id. */
  identities: ReadonlyMap<string, number>;
  leads: ReadonlyMap<number, KnownLead>;
  /** Submission id → the sessions of the browser it came from; absent where nobody asked. */
  sessions?: ReadonlyMap<string, SessionFacts>;
  /** What is counted for the batch's clients at this time. */
  tallies: Tallies;
  /** First free integer ids of the ranges reserved for this batch. */
  nextLeadId: number;
  nextSubmissionId: number;
}

/** What the installation decides by, where a form has no say of its own. */
export interface Policy {
  environment: Environment;
  duplicateWindowMinutes: number;
  reengageHours: number;
  /** Whether a lead that was found is passed over where what both sides say of the person contradicts it. */
  identityGuard: boolean;
}
