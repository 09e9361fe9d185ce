import { fingerprintOf } from "@leadrelay/core/dead-letters/fingerprint";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { doneAttempts, isDone, type SettledAttempt } from "../deliveries/settled-attempt.ts";

/**
 * A letter for each delivery that `settleDeliveries`, earlier in the same batch, made dead by this very attempt: a failure that
 * was fenced out leaves none. Ids are deterministic, so twice is harmless.
 */
export function writeDeadLetters(
  _scope: PipelineScope,
  attempts: readonly SettledAttempt[],
  nowMs: number,
): Statement<number> {
  const dead = attempts
    .filter(({ dead_letter }) => dead_letter !== null)
    .map((attempt) => ({ ...attempt, fingerprint: fingerprintOf(causeOf(attempt)) }));
  return write(
    sql`
      INSERT INTO dead_letters (id, client_id, kind, cause, lead_id, event_id, destination_id, submission_id, attempts,
        last_status_code, last_error, fingerprint, first_failed_at, last_failed_at, created_at)
      SELECT deliveries.dead_letter_id, deliveries.client_id, 'delivery', done.value ->> '$.dead_letter.cause',
        deliveries.lead_id, deliveries.event_id, deliveries.destination_id,
        (SELECT nullif(submission_public_id, '') FROM events
          WHERE events.lead_id = deliveries.lead_id AND events.id = deliveries.event_id),
        deliveries.attempts, deliveries.last_status_code, deliveries.last_error, done.value ->> 'fingerprint',
        (SELECT min(started_at) FROM delivery_attempts AS tried
          WHERE tried.lead_id = deliveries.lead_id AND tried.event_id = deliveries.event_id
            AND tried.destination_id = deliveries.destination_id),
        done.value ->> 'started_at' + done.value ->> 'duration_ms', ${nowMs}
      FROM ${doneAttempts(dead)} CROSS JOIN deliveries
      WHERE ${isDone} AND deliveries.status = 'dead' AND deliveries.dead_letter_id = done.value ->> '$.dead_letter.id'
      ON CONFLICT DO NOTHING`.compile(queries),
  );
}

/** A notice that did not arrive is another cause than a lead that did not, whatever was answered: leads are counted apart, and told of. */
const causeOf = ({ is_notice, error }: SettledAttempt): string | null =>
  is_notice === 1 ? `alert: ${error ?? ""}` : error;
