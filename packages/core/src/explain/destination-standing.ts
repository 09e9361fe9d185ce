import { sayCaps } from "../limits/say-limits.ts";
import { whyWaits, type WaitingFacts } from "../limits/why-waits.ts";
import type { CountOf } from "../tallies/tally.ts";

/**
 * How a destination stands. paused: somebody switched it off · gone, given_up: it was switched off, because its receiver said that it is gone, or
 * took nothing for days · closed, full, behind: by its hours and caps · down, refusing: it is asked by one lead at a time · slow, shaky: its last
 * answers came late, or did not come.
 */
export const standingStates = [
  "on",
  "paused",
  "gone",
  "given_up",
  "closed",
  "full",
  "behind",
  "down",
  "refusing",
  "slow",
  "shaky",
] as const;
type StandingState = (typeof standingStates)[number];

interface StandingFacts extends WaitingFacts {
  disabled_reason: string | null;
  disabled_at: number | null;
  health: (NonNullable<WaitingFacts["health"]> & { since: number }) | null;
}

/** In a word, in words as they follow its name, and its times in ms UTC, where they are known. */
export interface DestinationStanding {
  state: StandingState;
  words: string;
  since: number | null;
  /** When it takes leads again, or is asked whether it does. */
  until: number | null;
  /** How far its caps are used. */
  caps: string[];
}

/** Leads of no source in particular: caps of single sources are those sources' own. */
const anyLead = { source: null, form_id: null };

const reasonsOff: Readonly<Record<string, Pick<DestinationStanding, "state" | "words">>> = {
  gone: { state: "gone", words: "was switched off: its receiver said that it is gone" },
  failing: { state: "given_up", words: "was switched off: it took nothing for five days" },
};

/** How a destination stands at a moment (ms UTC). */
export function destinationStanding(
  facts: StandingFacts,
  countOf: CountOf,
  nowMs: number,
): DestinationStanding {
  const { id, limits = null } = facts;
  return {
    ...stateOf(facts, countOf, nowMs),
    caps: limits === null ? [] : sayCaps({ id, limits }, countOf, nowMs),
  };
}

function stateOf(facts: StandingFacts, countOf: CountOf, nowMs: number): Omit<DestinationStanding, "caps"> {
  const { enabled, disabled_reason, disabled_at, health } = facts;
  if (!enabled)
    return {
      ...(reasonsOff[disabled_reason ?? ""] ?? { state: "paused", words: "is paused" }),
      since: disabled_at,
      until: null,
    };
  // One that is down is told as that, though its next lead would be the one that asks.
  const waits = whyWaits({ ...facts, health: null }, anyLead, countOf, nowMs);
  if (waits !== null && waits.reason !== "disabled" && waits.reason !== "down")
    return { state: limitStates[waits.reason], words: waits.words, since: null, until: waits.until };
  if (health === null) return { state: "on", words: "takes leads", since: null, until: null };
  const { state, since, is_refusing, refusals, next_probe_at = null } = health;
  if (state === "slow") return { state: "slow", words: "answers late", since, until: null };
  if (state === "failing")
    return { state: "shaky", words: "did not take the last lead it was sent", since, until: null };
  return is_refusing === true
    ? { state: "refusing", words: refusedWords(refusals?.length ?? 0), since, until: next_probe_at }
    : { state: "down", words: "does not answer", since, until: next_probe_at };
}

const limitStates = { closed: "closed", capped: "full", behind: "behind" } as const;

const refusedWords = (leads: number) =>
  leads < 2 ? "refuses leads" : `refused the last ${leads} leads it was sent`;
