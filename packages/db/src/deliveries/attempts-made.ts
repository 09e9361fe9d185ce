import type { AttemptOutcome } from "@leadrelay/contracts/delivery-status";
import { sql } from "kysely";

/** One HTTP try; times in ms. */
interface ShownAttempt {
  number: number;
  outcome: AttemptOutcome;
  status_code: number | null;
  error: string | null;
  started_at: number;
  duration_ms: number | null;
}

/** The last tries of a delivery, in order. */
export interface AttemptsMade {
  attempts_made: ShownAttempt[];
  /** There are more, before this number; null where there are none. */
  earlier_attempts: number | null;
}

/** Replays make as many as people want; a schedule makes few. */
export const mostAttemptsShown = 100;

/** SQL: the tries of a delivery whose columns stand under `owner`, before a number, as a JSON array; `readAttempts` reads it. */
export const attemptsOf = (owner: string, before = Number.MAX_SAFE_INTEGER) => sql<string>`(
  SELECT json_group_array(json_object('number', number, 'outcome', coalesce(told_outcome, outcome), 'status_code', status_code, 'error', error,
    'started_at', started_at, 'duration_ms', duration_ms)) FROM (
    SELECT number, outcome, told_outcome, status_code, error, started_at, duration_ms FROM delivery_attempts AS tried
    WHERE tried.lead_id = ${sql.ref(`${owner}.lead_id`)} AND tried.event_id = ${sql.ref(`${owner}.event_id`)}
      AND tried.destination_id = ${sql.ref(`${owner}.destination_id`)} AND number < ${before}
    ORDER BY number DESC LIMIT ${mostAttemptsShown + 1}))`;

export function readAttempts(tried: string): AttemptsMade {
  const newest = (JSON.parse(tried) as ShownAttempt[]).toSorted((a, b) => b.number - a.number);
  const shown = newest.slice(0, mostAttemptsShown);
  return {
    attempts_made: shown.toReversed(),
    earlier_attempts: newest.length > shown.length ? (shown.at(-1)?.number ?? null) : null,
  };
}
