/**
 * Why a person is needed.
 * `delivery`: retries ran out, the receiver refused, or is gone · `poison`: a message whose own content breaks the commit ·
 * `invalid_message`: not a message we know · `unknown_form`: no such form in D1 · `storage_unavailable`: D1 stayed away (replays itself) ·
 * `spill`: the queue takes others but not this one.
 */
export const deadLetterKinds = [
  "delivery",
  "poison",
  "invalid_message",
  "unknown_form",
  "storage_unavailable",
  "spill",
] as const;
export type DeadLetterKind = (typeof deadLetterKinds)[number];

/** Of these, those about a submission that could not be stored; their ids are made of its own. */
export const submissionLetterKinds = [
  "poison",
  "unknown_form",
  "storage_unavailable",
  "spill",
] as const satisfies readonly DeadLetterKind[];

export const deadLetterStates = ["open", "replayed", "discarded"] as const;
export type DeadLetterState = (typeof deadLetterStates)[number];

/** Why it could not be done, by what it was about: of deliveries the first four. */
export const deadLetterCauses = [
  "exhausted",
  "refused",
  "gone",
  "lost",
  "constraint",
  "too_big",
  "malformed",
  "unknown_form",
  "form_deleted",
  "not_a_submission",
  "broken_record",
  "queue_refuses",
  "retries_exhausted",
  "failed",
] as const;
export type DeadLetterCause = (typeof deadLetterCauses)[number];

/** A new open letter as it is written to D1 or, while D1 is away, to KV. Times in ms. */
export interface NewDeadLetter {
  /** Deterministic where the same failure may be recorded twice. */
  id: string;
  kind: DeadLetterKind;
  cause: DeadLetterCause;
  client_id: string | null;
  submission_id: string | null;
  lead_id: number | null;
  event_id: string | null;
  destination_id: string | null;
  /** The only copy of the message for letters that are not about a delivery; null for those (the event holds it). */
  payload_json: string | null;
  attempts: number;
  last_status_code: number | null;
  last_error: string | null;
  first_failed_at: number;
  last_failed_at: number;
}
