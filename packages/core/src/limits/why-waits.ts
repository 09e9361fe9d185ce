import type { DestinationLimits } from "@leadrelay/contracts/destination-limits";
import type { DestinationHealth } from "../destination-health/destination-health.ts";
import type { CountOf } from "../tallies/tally.ts";
import { probePeriod, probeSubject, type CappedLead } from "./limit-subjects.ts";
import { judgeLimits } from "./judge-limits.ts";
import { sayCount } from "../wording/say-count.ts";
import { sayHolding } from "./say-limits.ts";

/** A destination as far as it may keep leads waiting. */
export interface WaitingFacts {
  id: string;
  enabled: boolean;
  /** How many leads it takes, and when; absent or null: as many as come, at any time. */
  limits?: DestinationLimits | null;
  /** What its last tries say of it; absent or null while it answers, and fast. */
  health?:
    | (Pick<DestinationHealth, "state" | "is_refusing" | "refusals"> &
        Partial<Pick<DestinationHealth, "next_probe_at">>)
    | null;
}

/** Why a destination would keep a lead waiting. */
export interface Waiting {
  /** `behind`: what came before waits there still, and goes first. */
  reason: "disabled" | "closed" | "capped" | "behind" | "down";
  /** When it takes leads again, ms UTC; null where nobody knows. */
  until: number | null;
  /** As it follows the destination's name: `is full until 18:00 IST (50 of 50 an hour)`. */
  words: string;
  /** Only leads of this source wait, as `foldSource` writes it; null: all of them. */
  source: string | null;
}

/**
 * Why a destination would keep this lead waiting at a moment (ms UTC), and until when; null: it takes it now. By facts of the read that the
 * decision rests on. @param countOf what is counted, what this batch has given it so far included (`WorkingState.countOf`)
 */
export function whyWaits(
  { id, enabled, health = null, limits = null }: WaitingFacts,
  lead: CappedLead,
  countOf: CountOf,
  nowMs: number,
): Waiting | null {
  if (!enabled) return { reason: "disabled", until: null, words: "is disabled", source: null };
  const verdict = judgeLimits({ id, limits }, lead, countOf, nowMs);
  if (verdict.kind !== "open" && limits !== null)
    return {
      reason: verdict.kind,
      until: verdict.until,
      words: sayHolding(verdict, limits, nowMs),
      source: verdict.source,
    };
  if (health?.state !== "down") return null;
  // One lead asks whether it is back; where nothing waits there, as in a route, it is this one.
  const isAsked = countOf(probeSubject(id), probePeriod) === 0 && (health.next_probe_at ?? Infinity) <= nowMs;
  if (isAsked) return null;
  const words =
    health.is_refusing === true
      ? `refused the last ${sayCount(health.refusals?.length ?? 0, "lead")}`
      : "is down";
  return { reason: "down", until: null, words, source: null };
}
