import type { CappedLead } from "../limits/limit-subjects.ts";
import { whyWaits, type WaitingFacts } from "../limits/why-waits.ts";
import type { CountOf } from "../tallies/tally.ts";

/** Why a destination takes this lead not now, to be read behind its name; null where it does. */
export const closedBecause = (
  destination: WaitingFacts,
  { lead, countOf, nowMs }: { lead: CappedLead; countOf: CountOf; nowMs: number },
): string | null => whyWaits(destination, lead, countOf, nowMs)?.words ?? null;
