import type { ToldOutcome } from "@leadrelay/contracts/delivery-status";
import { nextAttemptDelayMs } from "./next-attempt-delay.ts";
import type { RetrySchedule } from "./parse-schedule.ts";

/** How an attempt ended, as far as its delivery's future goes. */
export interface EndedAttempt {
  outcome: ToldOutcome;
  /** Refused, and nobody has to see to it: whoever it was for wants no messages, or there is nothing to send. */
  isSettled?: boolean;
  /** Its number; the first of the present round of the schedule is `scheduleFrom + 1`. */
  number: number;
  maxAttempts: number;
  scheduleFrom: number;
  retryAfterMs: number | null;
  /** When it ended (ms). */
  endedAt: number;
}

export type AfterAttempt =
  | { status: "delivered" }
  | { status: "skipped" }
  | { status: "pending"; nextAttemptAt: number }
  | { status: "dead"; cause: "exhausted" | "refused" | "gone" };

/** Nothing passes at a receiver that says so for no longer than this, unless it says how long. */
const usualHoldMs = 15 * 60_000;

/**
 * What becomes of a delivery after an attempt: done, tried again later, a dead letter, or skipped: its receiver had this person before, they want no messages, or there is
 * nothing to send. What is
 * held up there for a while is tried again afterwards, however many attempts it had.
 */
export function afterAttempt(ended: EndedAttempt, schedule: RetrySchedule, random: number): AfterAttempt {
  if (ended.outcome === "delivered") return { status: "delivered" };
  if (ended.outcome === "duplicate_at_receiver" || ended.isSettled === true) return { status: "skipped" };
  if (ended.outcome === "hold")
    return { status: "pending", nextAttemptAt: ended.endedAt + (ended.retryAfterMs ?? usualHoldMs) };
  if (ended.outcome !== "retry") return { status: "dead", cause: ended.outcome };
  if (ended.number >= ended.maxAttempts) return { status: "dead", cause: "exhausted" };
  const round = Math.max(1, ended.number - ended.scheduleFrom);
  const delayMs = nextAttemptDelayMs(schedule, round, ended.retryAfterMs, random);
  return { status: "pending", nextAttemptAt: ended.endedAt + delayMs };
}
