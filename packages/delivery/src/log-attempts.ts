import { logEvent } from "@leadrelay/contracts/log-event";
import type { SettledAttempt } from "@leadrelay/db/deliveries/settled-attempt";

/** An attempt and the public id of its delivery. */
export interface LoggedAttempt {
  delivery: { public_id: string };
  attempt: SettledAttempt;
}

/**
 * One line for all tries of a destination that ended alike, ids joined by spaces: a line for each lead would be a tenth of the
 * work, and log lines are billed. Each try's duration is in `delivery_attempts`.
 */
export function logAttempts(attempts: readonly LoggedAttempt[]): void {
  const alike = Map.groupBy(
    attempts,
    ({ attempt: { destination_id, number, outcome, status_code, error } }) =>
      [destination_id, number, outcome, status_code, error].join(" "),
  );
  for (const group of alike.values()) {
    const [first] = group;
    if (first === undefined) continue;
    logEvent("delivery.attempted", {
      destination_id: first.attempt.destination_id,
      attempt: first.attempt.number,
      outcome: first.attempt.outcome,
      status_code: first.attempt.status_code,
      error: ownError(first.attempt),
      next_attempt_at: isoTime(first.attempt.next_attempt_at),
      slowest_ms: Math.max(...group.map(({ attempt }) => attempt.duration_ms)),
      deliveries: group.length,
      delivery_ids: group.map(({ delivery }) => delivery.public_id).join(" "),
    });
  }
}

const isoTime = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** What went wrong where no answer came; an answer's own words may name a person and stay in D1. */
export const ownError = ({ status_code, error }: Pick<SettledAttempt, "status_code" | "error">) =>
  status_code === null ? error : null;
