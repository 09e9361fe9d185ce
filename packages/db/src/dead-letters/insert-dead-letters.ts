import type { NewDeadLetter } from "@leadrelay/contracts/dead-letter";
import { fingerprintOf } from "@leadrelay/core/dead-letters/fingerprint";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/**
 * Records letters as open. Safe to run again: the same failure changes nothing, another one opens a settled letter anew, so that a
 * replay that fails once more is seen once more. Of an open letter it moves the time on, never back, so that whoever is about to close
 * the letter for an earlier failure sees it (`isAsSeen`).
 * The caller keeps `letters` below the size of a parameter.
 */
export function insertDeadLetters(
  _scope: PipelineScope,
  letters: readonly NewDeadLetter[],
  nowMs: number,
): Statement<number> {
  // Here, and not in the letter: those parked in KV may be older than fingerprints.
  const marked = letters.map((letter) => ({ ...letter, fingerprint: fingerprintOf(letter.last_error) }));
  // The time of a failure names it. Which came first no clock can tell: whoever settled the letter had another.
  const query = sql`
    INSERT INTO dead_letters (id, client_id, kind, cause, submission_id, lead_id, event_id, destination_id, payload_json,
      attempts, last_status_code, last_error, fingerprint, first_failed_at, last_failed_at, created_at)
    SELECT value ->> 'id', value ->> 'client_id', value ->> 'kind', value ->> 'cause', value ->> 'submission_id',
      value ->> 'lead_id', value ->> 'event_id', value ->> 'destination_id', value ->> 'payload_json',
      value ->> 'attempts', value ->> 'last_status_code', value ->> 'last_error', value ->> 'fingerprint',
      value ->> 'first_failed_at', value ->> 'last_failed_at', ${nowMs}
    FROM json_each(${JSON.stringify(marked)}) WHERE true
    ON CONFLICT (id) DO UPDATE SET
      state = 'open', cause = excluded.cause, payload_json = excluded.payload_json, attempts = excluded.attempts,
      last_status_code = excluded.last_status_code, last_error = excluded.last_error, fingerprint = excluded.fingerprint,
      last_failed_at = iif(dead_letters.state = 'open', max(excluded.last_failed_at, dead_letters.last_failed_at + 1),
        excluded.last_failed_at),
      settled_by = NULL, settled_at = NULL, settle_reason = NULL
    WHERE excluded.last_failed_at <> dead_letters.last_failed_at`;
  return write(query.compile(queries));
}
