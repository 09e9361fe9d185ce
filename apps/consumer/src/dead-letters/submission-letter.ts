import type { DeadLetterCause, DeadLetterKind, NewDeadLetter } from "@leadrelay/contracts/dead-letter";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { deadLetterId } from "@leadrelay/core/ids/derived-id";

export interface SubmissionFailure {
  kind: Exclude<DeadLetterKind, "delivery" | "invalid_message">;
  /** Machine-readable, such as `constraint`. */
  cause: DeadLetterCause;
  attempts: number;
  /** Never with contact details: it is shown and logged. */
  error?: string | null;
  /** Milliseconds UTC. */
  failedAt: number;
}

/** The letter for a submission that could not be stored; it carries the whole message, as the only copy. */
export function submissionLetter(message: SubmissionMessage, failure: SubmissionFailure): NewDeadLetter {
  return {
    id: deadLetterId(failure.kind, message.submission_id),
    kind: failure.kind,
    cause: failure.cause,
    // A form nobody knows belongs to nobody: only the installation's owners see it.
    client_id: failure.kind === "unknown_form" ? null : (message.form?.client_id ?? null),
    submission_id: message.submission_id,
    lead_id: null,
    event_id: null,
    destination_id: null,
    payload_json: JSON.stringify(message),
    attempts: failure.attempts,
    last_status_code: null,
    last_error: failure.error ?? null,
    first_failed_at: message.received_at,
    last_failed_at: failure.failedAt,
  };
}
