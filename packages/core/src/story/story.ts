import type { AttemptOutcome, DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { DeadLetterKind, DeadLetterState } from "@leadrelay/contracts/dead-letter";
import type { DeliveryFacts } from "../explain/what-moves-on.ts";
import type { EventType } from "@leadrelay/contracts/event-type";

/** What can happen to a submission on its way, and to its lead afterwards. */
export type StepKind =
  | "received"
  | "spilled"
  | "waiting_for_storage"
  | "payload_kept"
  | "blocked"
  | "quarantined"
  | "decided"
  | "stored"
  | "destination"
  | "attempt"
  | "released"
  | "cancelled"
  | "passed_on"
  | "not_told"
  | "dead_letter"
  | "dead_letter_parked"
  | "dead_letter_settled"
  | "note"
  | "status"
  | "notice"
  | "callback";

/** One thing that happened, in a sentence. It holds no contact detail, except in `error` (a receiver's words) and `note`. */
export interface Step {
  /** Milliseconds UTC. */
  at: number;
  kind: StepKind;
  what: string;
  submission_id?: string | null;
  event_id?: string;
  delivery_id?: string;
  destination_id?: string | null;
  dead_letter_id?: string;
  error?: string | null;
  note?: string;
}

/** A note on a lead, or a step along its client's pipeline. */
export interface StoryActivity {
  kind: "note" | "status";
  author_name: string;
  /** The note, or the stage it went to. */
  text: string;
  previous: string | null;
  created_at: number;
}

/** A submission that is stored, and all that came of it. Times in ms. */
export interface Chapter {
  submission: {
    public_id: string;
    submission_number: number;
    submitted_at: number;
    decision_json: string;
    /** Why nothing of it was sent; null where something was. */
    unsent: string | null;
    /** When somebody sent it on purpose, and who; null where nobody did. */
    released_at: number | null;
    released_by: string | null;
  };
  events: readonly StoryEvent[];
  deliveries: readonly StoryDelivery[];
  attempts: readonly StoryAttempt[];
  /** There are more deliveries, or more attempts, than these. */
  isPart: boolean;
}

interface StoryEvent {
  id: string;
  type: EventType;
  created_at: number;
}

export interface StoryDelivery {
  public_id: string;
  event_id: string;
  destination_id: string;
  status: DeliveryStatus;
  attempts: number;
  max_attempts: number;
  next_attempt_at: number | null;
  lease_until: number | null;
  settled_at: number | null;
  /** See `ConfirmationFacts`. */
  confirm_by?: number | null;
  unconfirmed_at?: number | null;
  last_status_code: number | null;
  last_error: string | null;
  dead_letter_id: string | null;
}

export interface StoryAttempt {
  event_id: string;
  destination_id: string;
  number: number;
  outcome: AttemptOutcome;
  status_code: number | null;
  error: string | null;
  started_at: number;
  duration_ms: number | null;
}

/** A dead letter, of a delivery or of a submission that could not be stored. */
export interface StoryLetter {
  id: string;
  kind: DeadLetterKind;
  cause: string;
  state: DeadLetterState;
  submission_id: string | null;
  event_id: string | null;
  destination_id: string | null;
  last_status_code: number | null;
  last_error: string | null;
  /** When a submission was received; of a delivery, when it failed first. */
  first_failed_at: number;
  last_failed_at: number;
  settled_by: string | null;
  settled_at: number | null;
  settle_reason: string | null;
}

/** What destinations are called and how they are set. */
export type DestinationLookup = (
  id: string,
) => ({ name: string } & NonNullable<DeliveryFacts["destination"]>) | undefined;

/** What a destination is called; its id where it is no more. */
export const nameIn = (lookup: DestinationLookup, id: string): string => lookup(id)?.name ?? id;
