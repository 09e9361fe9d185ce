import type { NewDeadLetter } from "@leadrelay/contracts/dead-letter";
import { insertDeadLetters } from "@leadrelay/db/dead-letters/insert-dead-letters";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { env } from "cloudflare:test";

/** A delivery's letter that nobody owns, failed at the beginning of time, but for what is given. */
export const letter = (given: Partial<NewDeadLetter>): NewDeadLetter => ({
  id: crypto.randomUUID(),
  kind: "delivery",
  cause: "refused",
  client_id: null,
  submission_id: null,
  lead_id: 1,
  event_id: "event",
  destination_id: null,
  payload_json: null,
  attempts: 1,
  last_status_code: null,
  last_error: null,
  first_failed_at: 1,
  last_failed_at: 1,
  ...given,
});
/** Stores letters as they failed. */
export const insertLetters = (letters: readonly NewDeadLetter[]) =>
  runOne(env.DB, insertDeadLetters(pipelineScope, letters, 1));
