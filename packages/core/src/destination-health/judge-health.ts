import { usualRefusalsUntilHeld } from "@leadrelay/contracts/hold-after-refusals";
import type { AttemptOutcome } from "@leadrelay/contracts/delivery-status";
import { failuresUntilDown, slowAnswerMs, type DestinationHealth } from "./destination-health.ts";
import { nextProbe } from "./next-probe.ts";

/** One try at a destination, as far as its health goes. Times in ms. */
export interface HealthTry {
  /** The delivery's public id. */
  delivery: string;
  outcome: AttemptOutcome;
  /** `refused` without an answer: what we could not build, or may not send there. It says nothing of the receiver. */
  isOurs?: boolean;
  started_at: number;
  duration_ms: number;
  retry_after_ms: number | null;
}

interface Circumstances {
  nowMs: number;
  /** The try was made to see whether a destination that is held up has come back. */
  isProbe: boolean;
  /** So many different leads refused in a row hold up the rest; 0: refusing is what it does. */
  refusalsUntilHeld?: number;
}

/** Who tried it no more often has not failed all the while. */
const longestGapMs = 48 * 3_600_000;
/** What changes by the minute would be a row written for each try. */
const noticedMs = 3_600_000;

/**
 * What a destination's health is after these tries; null: it answers, and fast. It is down once different leads failed there in a row, and once it
 * refused different leads in a row: only a lead that it takes ends that, and one that it had before neither counts nor ends it, but shows a probe
 * that it reads them. A receiver that takes nothing for a while, as it says itself, is down at once.
 */
export function judgeHealth(
  before: DestinationHealth | null,
  tries: readonly HealthTry[],
  at: Circumstances,
): DestinationHealth | null {
  let health = before;
  for (const one of tries.toSorted((a, b) => endOf(a) - endOf(b))) health = afterTry(health, one, at);
  return health;
}

function afterTry(
  health: DestinationHealth | null,
  one: HealthTry,
  at: Circumstances,
): DestinationHealth | null {
  switch (one.outcome) {
    case "retry":
    case "lost":
    case "hold":
      return afterFailure(health, one, at);
    case "refused":
      if (one.isOurs === true) return afterNothing(health, one, at);
      return at.refusalsUntilHeld === 0 ? afterAnswer(health, one) : afterRefusal(health, one, at);
    case "duplicate_at_receiver":
      return afterDuplicate(health, one);
    case "delivered":
    case "gone":
      return afterAnswer(health, one);
  }
}

const endOf = ({ started_at, duration_ms }: HealthTry) => started_at + duration_ms;

const notProbed = { probe_wait_ms: null, next_probe_at: null };

/** Slow, or as it was but for that. */
function stateAfter(health: DestinationHealth | null, { duration_ms }: HealthTry, else_: "failing" | "slow") {
  const state = duration_ms >= slowAnswerMs ? "slow" : else_;
  return { state, since: health?.state === state ? health.since : undefined } as const;
}

function afterAnswer(health: DestinationHealth | null, answered: HealthTry): DestinationHealth | null {
  if (answered.duration_ms < slowAnswerMs) return null;
  const since = health?.state === "slow" ? health.since : endOf(answered);
  return { state: "slow", since, suspects: [], ...notProbed };
}

/** Nobody asked it. */
const afterNothing = (health: DestinationHealth | null, one: HealthTry, at: Circumstances) =>
  health?.state === "down" ? { ...health, ...nextProbe(health, one, { ...at, isProbe: false }) } : health;

/** It reads leads. */
function afterDuplicate(health: DestinationHealth | null, one: HealthTry): DestinationHealth | null {
  const after = afterAnswer(health, one);
  const refusals = health?.refusals ?? [];
  if (health?.state === "down" || refusals.length === 0) return after;
  return { ...(after ?? { state: "failing", since: endOf(one), suspects: [], ...notProbed }), refusals };
}

function afterRefusal(
  health: DestinationHealth | null,
  refused: HealthTry,
  at: Circumstances,
): DestinationHealth {
  const most = at.refusalsUntilHeld ?? usualRefusalsUntilHeld;
  const times = failingTimes(health, refused);
  if (health?.state === "down" && health.is_refusing === true)
    return { ...health, ...times, ...nextProbe(health, refused, at) };
  const refusals = [...new Set([...(health?.refusals ?? []), refused.delivery])].slice(-most);
  const end = endOf(refused);
  if (refusals.length >= most) {
    const held = { state: "down", since: end, suspects: [], refusals, is_refusing: true } as const;
    return { ...held, ...times, ...nextProbe({ ...held, ...notProbed }, refused, at) };
  }
  const { state, since = end } = stateAfter(health, refused, "failing");
  return { state, since, suspects: [], refusals, ...times, ...notProbed };
}

function afterFailure(
  health: DestinationHealth | null,
  failed: HealthTry,
  at: Circumstances,
): DestinationHealth {
  const times = failingTimes(health, failed);
  if (health?.state === "down") return { ...health, ...times, ...nextProbe(health, failed, at) };
  const refused = health?.refusals === undefined ? {} : { refusals: health.refusals };
  const suspects = [...new Set([...(health?.suspects ?? []), failed.delivery])];
  // It says itself that nothing passes: no other lead has to fail for that.
  if (suspects.length >= failuresUntilDown || failed.outcome === "hold") {
    const down = { state: "down", since: endOf(failed), suspects, ...refused } as const;
    return { ...down, ...times, ...nextProbe({ ...down, ...notProbed }, failed, { ...at, isProbe: false }) };
  }
  // One that took its time to fail holds up others as one that answers late does.
  const { state, since = endOf(failed) } = stateAfter(
    health,
    failed,
    health?.state === "slow" ? "slow" : "failing",
  );
  return { state, since, suspects, ...refused, ...times, ...notProbed };
}

/** Since when it takes nothing, and when that was seen last. */
function failingTimes(
  health: DestinationHealth | null,
  one: HealthTry,
): { failing_since: number; failed_at: number } {
  const end = endOf(one);
  const { failing_since = end, failed_at = end } = health ?? {};
  if (end - failed_at > longestGapMs) return { failing_since: end, failed_at: end };
  return { failing_since, failed_at: end - failed_at < noticedMs ? failed_at : end };
}
