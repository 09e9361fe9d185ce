import { nothingToSendReason } from "../conversions/nothing-to-send.ts";
import { sayDuration } from "../wording/say-duration.ts";
import type { Following } from "./what-follows.ts";
import { nameIn, type DestinationLookup, type Step, type StoryAttempt } from "./story.ts";

/** One HTTP try in a sentence. */
export function tellAttempt(
  attempt: StoryAttempt,
  {
    lookup,
    submission_id,
    delivery_id,
    following = "again",
  }: {
    lookup: DestinationLookup;
    submission_id: string | null;
    delivery_id: string | undefined;
    following?: Following;
  },
): Step {
  const { number, event_id, destination_id, started_at, error } = attempt;
  return {
    at: started_at,
    kind: "attempt",
    what: `Attempt ${number} at ${nameIn(lookup, destination_id)}: ${outcomeOf(attempt, following)}`,
    submission_id,
    event_id,
    destination_id,
    ...(delivery_id === undefined ? {} : { delivery_id }),
    error,
  };
}

const afterwards: Readonly<Record<Following, string>> = {
  again: "such a failure is tried again",
  dead: "that was the last attempt",
  held: "the next waits until the destination is on again",
  cancelled: "it was cancelled before the next",
};

function outcomeOf({ outcome, status_code, duration_ms, error }: StoryAttempt, following: Following): string {
  const answer = status_code === null ? "no answer" : `HTTP ${status_code}`;
  switch (outcome) {
    case "delivered":
      return `taken (${answer}${duration_ms === null ? "" : ` after ${sayDuration(duration_ms)}`}).`;
    case "retry":
      return `not taken (${answer}); ${afterwards[following]}.`;
    case "refused":
      if (nothingToSendReason(error) !== null) return "there was nothing to send.";
      return `refused (${answer}); no retry mends that.`;
    case "gone":
      return `gone (${answer}); the destination was disabled.`;
    case "hold":
      return `not taken (${answer}): its receiver takes nothing for a while; that spent no attempt.`;
    case "duplicate_at_receiver":
      return `its receiver had this person before, and did not take the lead (${answer}).`;
    case "lost":
      return `its worker vanished before it could say how that ended${following === "again" ? "" : `; ${afterwards[following]}`}.`;
  }
}
