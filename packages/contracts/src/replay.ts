import type { DeadLetterKind } from "./dead-letter.ts";
import type { UnsentRule, UnsentRuleFilter } from "./unsent-rule.ts";

/**
 * What a replay is about; a list that is absent takes all. `since` and `until` in ms, both ends included: when it failed last for
 * `dead`, when it was submitted for `unsent`, when the delivery was created for the other statuses.
 */
export type ReplayFilter = AgainFilter | UnsentFilter;

/** Of what was to be sent, and did not land. */
export type AgainFilter = LetterFilter | DeliveryFilter;

interface Narrowing {
  since?: number;
  until?: number;
  client_ids?: readonly string[];
  form_ids?: readonly string[];
  destination_ids?: readonly string[];
}

/** Open dead letters. */
interface LetterFilter extends Narrowing {
  status: "dead";
  /** `delivery` alone when absent. */
  kinds?: readonly DeadLetterKind[];
  causes?: readonly string[];
  /** The receiver's last answer; 0 where none came. */
  status_codes?: readonly number[];
  /** Of the answer's text. */
  fingerprints?: readonly string[];
}

/** Deliveries in a state; `any`: whatever is not delivered, what died included. */
interface DeliveryFilter extends Narrowing {
  status: "held" | "pending" | "cancelled" | "any";
}

/** Submissions of which nothing was sent. `destination_ids`: sent to these, whatever they take. */
export interface UnsentFilter extends Narrowing {
  status: "unsent";
  rules?: readonly UnsentRuleFilter[];
  /** These alone. */
  submission_ids?: readonly string[];
}

/** `planned` → `running` → `done`; either of the first two → `cancelled`. */
export type ReplayState = "planned" | "running" | "done" | "cancelled";

/**
 * Why something a filter found is not sent again. `delivered`: the receiver has it · `under_way`: about to be sent anyway ·
 * `erased`: its payload is gone · `discarded`: a person gave its letter up · `invalid_message`: no submission that this version can read ·
 * `queue_refuses`: the queue takes others, not this one ·
 * `changed`: something else moved first, between the reading and the writing of a step.
 */
export type AgainSkipReason =
  | "delivered"
  | "under_way"
  | "erased"
  | "discarded"
  | "destination_disabled"
  | "destination_deleted"
  | "invalid_message"
  | "queue_refuses"
  | "changed";

/**
 * Why a submission is not released, beside some of those. `released`: somebody did already · `sent`: it was when it came · `unmarked`:
 * nothing was, but it is older than the mark that keeps what a release needs · `no_destination` `takes_no_tests`
 * `other_environment` `filtered` `route_conditions`: none takes it · `through_intake`: it can go through intake again, but to no destination that is named.
 */
type ReleaseSkipReason =
  | "released"
  | "sent"
  | "unmarked"
  | "no_destination"
  | "takes_no_tests"
  | "other_environment"
  | "filtered"
  | "route_conditions"
  | "through_intake";

export type ReplaySkipReason = AgainSkipReason | ReleaseSkipReason;

export type ReplaySkips = Partial<Record<ReplaySkipReason, number>>;

/** What a plan would send, as it was when it was made. Times in ms. */
export interface ReplaySummary {
  /** Deliveries and messages together. */
  count: number;
  /** Submissions that would go back on the queue. */
  messages: number;
  oldest: number | null;
  newest: number | null;
  destinations: { id: string; client_id: string; name: string; count: number }[];
  /** At the plan's pace; null where it has none, or no delivery was counted. */
  estimated_ms: number | null;
  skipped: ReplaySkips;
  /** false: there is more than was counted; the replay takes it all the same. */
  is_complete: boolean;
  /** Of a release alone. */
  release?: ReleaseSummary;
}

/** What a release is of: submissions, each of which goes to any number of destinations. */
interface ReleaseSummary {
  submissions: number;
  rules: { rule: UnsentRule; count: number }[];
  /** The filter finds more than one plan takes: these stay, for the next. */
  leaves_more: boolean;
}

/** The rows of one client, or those without one, in a database (binding name). Each advances by steps of its own. */
export interface ReplayPart {
  client_id: string | null;
  database: string;
  /** Of a release: what it releases, and nothing else, in order. */
  submission_ids?: readonly string[];
}
