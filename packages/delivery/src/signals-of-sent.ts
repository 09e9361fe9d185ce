import type { Signal } from "@leadrelay/contracts/signal";
import { ownError, type LoggedAttempt } from "./log-attempts.ts";

/** What a round's tries tell of their destinations, one signal of a kind for each: nearly always none. */
export function signalsOfSent(sent: readonly LoggedAttempt[]): Signal[] {
  const telling = sent.filter(({ attempt }) => attempt.tells !== undefined);
  const alike = Map.groupBy(telling, ({ attempt }) => `${attempt.tells} ${attempt.destination_id}`);
  return [...alike.values()].flatMap(([first]) => (first === undefined ? [] : [signalOf(first)]));
}

function signalOf({ delivery, attempt }: LoggedAttempt): Signal {
  const common = {
    client_id: attempt.client_id,
    destination_id: attempt.destination_id,
    subject: "",
    count: 1,
    raised_at: attempt.started_at + attempt.duration_ms,
    sample: { lead_id: attempt.lead_id, event_id: attempt.event_id },
  };
  const of = { delivery_id: delivery.public_id, attempts: attempt.number };
  if (attempt.tells === "recovered") return { ...common, type: "delivery.recovered", part: of };
  const { status_code, next_attempt_at } = attempt;
  // An answer's own words may name a person.
  const error = ownError(attempt)?.slice(0, longestError).toWellFormed() ?? null;
  return { ...common, type: "delivery.failing", part: { ...of, status_code, error, next_attempt_at } };
}

const longestError = 300;
