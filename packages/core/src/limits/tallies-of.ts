import type { DestinationLimits } from "@leadrelay/contracts/destination-limits";
import type { Tally } from "../tallies/tally.ts";
import type { CappedLead } from "./limit-subjects.ts";
import { takenCounts } from "./taken-counts.ts";

/** What one lead that a destination took at a moment (ms UTC) adds to its counts: one for each time and source that a cap is of. */
export const talliesOf = (
  destination: { id: string; client_id: string; limits?: DestinationLimits | null },
  lead: CappedLead,
  at: number,
): Tally[] =>
  takenCounts(destination, lead, at).map(({ subject, period, ends_at }) => ({
    client_id: destination.client_id,
    subject,
    period,
    count: 1,
    ends_at,
  }));
