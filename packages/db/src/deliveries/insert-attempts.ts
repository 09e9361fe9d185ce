import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { storedAttempt } from "../tables/stored-attempt.ts";
import { doneAttempts, type SettledAttempt } from "./settled-attempt.ts";

/** A try, and what it sent and was answered, packed, as hex: JSON holds no bytes. */
export type KeptAttempt = SettledAttempt & { exchange?: string };

/** Keeps every try. A row that is there already stays, unless it says `lost`: then the worker was only late. */
export function insertAttempts(_scope: PipelineScope, attempts: readonly KeptAttempt[]): Statement<number> {
  return write(
    sql`
      INSERT INTO delivery_attempts (lead_id, event_id, destination_id, number, client_id, outcome, told_outcome, status_code,
        error, started_at, duration_ms, exchange)
      SELECT done.value ->> 'lead_id', done.value ->> 'event_id', done.value ->> 'destination_id', done.value ->> 'number',
        done.value ->> 'client_id', done.value ->> 'outcome', done.value ->> 'told_outcome', done.value ->> 'status_code', done.value ->> 'error',
        done.value ->> 'started_at', done.value ->> 'duration_ms', unhex(done.value ->> 'exchange')
      FROM ${doneAttempts(attempts.map(storedAttempt))} WHERE true
      ON CONFLICT DO UPDATE SET outcome = excluded.outcome, told_outcome = excluded.told_outcome, status_code = excluded.status_code, error = excluded.error,
        started_at = excluded.started_at, duration_ms = excluded.duration_ms, exchange = excluded.exchange
      WHERE delivery_attempts.outcome = 'lost'`.compile(queries),
  );
}
