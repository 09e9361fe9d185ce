import { laneCount } from "./pick-next.ts";

/** Room for the claim's answer, the settle and its repeats. */
const marginMs = 30_000;

/** How long a claim on so many deliveries holds: every lane busy to its timeout, round after round, and a margin. */
export const leaseMs = (deliveries: number, timeoutMs: number): number =>
  Math.ceil(deliveries / laneCount) * timeoutMs + marginMs;
