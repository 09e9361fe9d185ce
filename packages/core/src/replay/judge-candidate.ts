import type { DeadLetterKind, DeadLetterState } from "@leadrelay/contracts/dead-letter";
import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { AgainSkipReason } from "@leadrelay/contracts/replay";

/** What must be known of a dead letter or a delivery to send it again. Times in ms. */
export interface ReplayFacts {
  /** `delivery` too for a delivery that has no letter. */
  kind: DeadLetterKind;
  letter_state: DeadLetterState | null;
  /** Of the delivery, null where there is none. */
  status: DeliveryStatus | null;
  next_attempt_at: number | null;
  /** It was taken, and never confirmed as it had to be: since then. */
  unconfirmed_at?: number | null;
  /** The event's payload, or the letter's message, is there. */
  has_payload: boolean;
}

export type DestinationState = "enabled" | "disabled" | "deleted";

/** `send`: as a delivery, under its id; `enqueue`: as a submission, under its id. */
export type ReplayVerdict =
  | { kind: "send" }
  | { kind: "enqueue" }
  | { kind: "skip"; reason: AgainSkipReason };

/**
 * The same facts where a person asks for this one by name: they may take back that it was given up, and that its receiver had the person, or has
 * it, where it never confirmed that.
 */
export const asNamed = (facts: ReplayFacts): ReplayFacts => ({
  ...facts,
  letter_state: "open",
  status: facts.status === "skipped" || isUnconfirmed(facts) ? "cancelled" : facts.status,
});

const isUnconfirmed = ({ status, unconfirmed_at = null }: ReplayFacts) =>
  status === "delivered" && unconfirmed_at !== null;

/** Something a replay came across, and what becomes of it. */
export interface Judged<Candidate> {
  candidate: Candidate;
  verdict: ReplayVerdict;
}

/** Whether something can be sent again, and how. */
export function judgeCandidate(
  facts: ReplayFacts,
  destination: DestinationState,
  nowMs: number,
): ReplayVerdict {
  const isDelivery = facts.kind === "delivery";
  const reason = isDelivery ? deliverySkip(facts, destination, nowMs) : messageSkip(facts);
  if (reason !== null) return { kind: "skip", reason };
  return { kind: isDelivery ? "send" : "enqueue" };
}

/** What one version could not read another may: only whoever has the message at hand can say that it is none. */
const messageSkip = ({ has_payload }: ReplayFacts): AgainSkipReason | null => (has_payload ? null : "erased");

function deliverySkip(
  facts: ReplayFacts,
  destination: DestinationState,
  nowMs: number,
): AgainSkipReason | null {
  const settled = statusSkip(facts, nowMs);
  if (settled !== null) return settled;
  if (!facts.has_payload) return "erased";
  return destination === "enabled" ? null : `destination_${destination}`;
}

function statusSkip(
  { status, letter_state, next_attempt_at }: ReplayFacts,
  nowMs: number,
): AgainSkipReason | null {
  switch (status) {
    case null:
      return "erased";
    case "delivered":
    case "confirmed":
    case "skipped":
      return "delivered";
    case "in_flight":
      return "under_way";
    case "pending":
      return (next_attempt_at ?? 0) <= nowMs ? "under_way" : null;
    case "dead":
      return letter_state === "open" ? null : "discarded";
    case "held":
    case "cancelled":
      return null;
  }
}
