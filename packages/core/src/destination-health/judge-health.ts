import type { AttemptOutcome } from "@leadrelay/contracts/delivery-status";
import { failuresUntilDown, slowAnswerMs, type DestinationHealth } from "./destination-health.ts";

/** One try at a destination, as far as its health goes. Times in ms. */
export interface HealthTry {
  /** The delivery's public id. */
  delivery: string;
  outcome: AttemptOutcome;
  started_at: number;
  duration_ms: number;
  retry_after_ms: number | null;
}

const firstProbeMs = 5_000;
const longestProbeMs = 30_000;
/** A receiver may ask its deliveries to wait for a day; whether it is back is asked sooner. */
const longestAskedMs = 600_000;

/**
 * What a destination's health is after these tries; null: it answers, and fast. Any answer that is not asked to be repeated counts as
 * one, a refusal too: it is the lead that was refused. A receiver that takes nothing for a while, as it says itself, is down at once. A receiver that asks for a wait is not probed before, for ten minutes at most.
 * @param isProbe the try was made to see whether a destination that is down has come back
 */
export function judgeHealth(
  before: DestinationHealth | null,
  tries: readonly HealthTry[],
  { nowMs, isProbe }: { nowMs: number; isProbe: boolean },
): DestinationHealth | null {
  let health = before;
  for (const one of tries.toSorted((a, b) => endOf(a) - endOf(b)))
    health = isAnswer(one) ? afterAnswer(health, one) : afterFailure(health, one, { nowMs, isProbe });
  return health;
}

const failures: ReadonlySet<HealthTry["outcome"]> = new Set(["retry", "lost", "hold"]);

const isAnswer = ({ outcome }: HealthTry) => !failures.has(outcome);

const endOf = ({ started_at, duration_ms }: HealthTry) => started_at + duration_ms;

const notProbed = { probe_wait_ms: null, next_probe_at: null };

function afterAnswer(health: DestinationHealth | null, answered: HealthTry): DestinationHealth | null {
  if (answered.duration_ms < slowAnswerMs) return null;
  const since = health?.state === "slow" ? health.since : endOf(answered);
  return { state: "slow", since, suspects: [], ...notProbed };
}

function afterFailure(
  health: DestinationHealth | null,
  failed: HealthTry,
  { nowMs, isProbe }: { nowMs: number; isProbe: boolean },
): DestinationHealth {
  if (health?.state === "down")
    return { ...health, ...nextProbe(health.probe_wait_ms, failed, nowMs, isProbe) };
  const suspects = [...new Set([...(health?.suspects ?? []), failed.delivery])];
  // It says itself that nothing passes: no other lead has to fail for that.
  if (suspects.length >= failuresUntilDown || failed.outcome === "hold")
    return { state: "down", since: endOf(failed), suspects, ...nextProbe(null, failed, nowMs, false) };
  // One that took its time to fail holds up others as one that answers late does.
  const state = failed.duration_ms >= slowAnswerMs ? "slow" : (health?.state ?? "failing");
  const since = health?.state === state ? health.since : endOf(failed);
  return { ...notProbed, state, since, suspects };
}

/** Each probe in vain doubles the wait for the next, up to half a minute. */
function nextProbe(waited: number | null, { retry_after_ms }: HealthTry, nowMs: number, isProbe: boolean) {
  const wait = Math.min(longestProbeMs, waited === null ? firstProbeMs : isProbe ? 2 * waited : waited);
  return {
    probe_wait_ms: wait,
    next_probe_at: nowMs + Math.max(wait, Math.min(longestAskedMs, retry_after_ms ?? 0)),
  };
}
