import type { ToldOutcome } from "@leadrelay/contracts/delivery-status";

/** A try, as far as it tells of its destination. */
interface TellingAttempt {
  outcome: ToldOutcome;
  /** It spent none of its delivery's tries. */
  isUnspent: boolean;
  isNotice: boolean;
  /** Its number; the first of the present round of the schedule is `scheduleFrom + 1`. */
  number: number;
  scheduleFrom: number;
}

/** By then it is no hiccup: with the usual schedule some ten minutes are over. */
const failingAt = 4;

/**
 * Whether a try is news of its destination: `failing` when a delivery's fourth attempt fails, `recovered` when one arrives that had failed so
 * often. Undefined of a notice's own delivery, or events would loop.
 */
export function toldByAttempt({
  outcome,
  isUnspent,
  isNotice,
  number,
  scheduleFrom,
}: TellingAttempt): "failing" | "recovered" | undefined {
  if (isNotice || isUnspent) return undefined;
  if (outcome === "retry" && number - scheduleFrom === failingAt) return "failing";
  return outcome === "delivered" && number > failingAt ? "recovered" : undefined;
}
