import type { ToldOutcome } from "@leadrelay/contracts/delivery-status";

/**
 * Which of those that one request carried, by place, speaks for it: one whose receiver takes nothing for a while, or else one that failed, or else
 * the first.
 */
export const speakerOf = (outcomes: readonly ToldOutcome[]): number =>
  Math.max(0, outcomes.indexOf(outcomes.includes("hold") ? "hold" : "retry"));
