import type { RetrySchedule } from "./parse-schedule.ts";

/** The quick retries are exact; from the fourth wait on deliveries that failed together are spread. */
const firstJitteredWait = 4;
const jitter = 0.2;

/**
 * How long to wait after a failed attempt, in ms: the schedule's wait (the last one again when it is used up), ±20 % from the
 * fourth on, and never less than the receiver asked for.
 * @param attemptNumber 1 for the first attempt of the schedule
 * @param random 0 ≤ x < 1
 */
export function nextAttemptDelayMs(
  schedule: RetrySchedule,
  attemptNumber: number,
  retryAfterMs: number | null,
  random: number,
): number {
  const wait = schedule[Math.min(attemptNumber, schedule.length) - 1] ?? 0;
  const factor = attemptNumber < firstJitteredWait ? 1 : 1 - jitter + 2 * jitter * random;
  return Math.max(Math.round(wait * factor), retryAfterMs ?? 0);
}
