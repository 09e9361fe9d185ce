import type { DeadLetterCause, NewDeadLetter } from "@leadrelay/contracts/dead-letter";
import { deadLetterId } from "@leadrelay/core/ids/derived-id";

/** The letter for something that is no message we know. Its id follows from the text: the same thing twice is one letter. */
export function invalidMessageLetter(
  text: string,
  { cause, attempts, failedAt }: { cause: DeadLetterCause; attempts: number; failedAt: number },
): NewDeadLetter {
  return {
    id: deadLetterId("invalid_message", text),
    kind: "invalid_message",
    cause,
    client_id: null,
    submission_id: null,
    lead_id: null,
    event_id: null,
    destination_id: null,
    payload_json: text,
    attempts,
    last_status_code: null,
    last_error: null,
    first_failed_at: failedAt,
    last_failed_at: failedAt,
  };
}

/** JSON where it can be, else what JavaScript says of it: the queue also carries what JSON cannot. */
export function messageText(body: unknown): string {
  try {
    return JSON.stringify(body) ?? String(body);
  } catch {
    return String(body);
  }
}
