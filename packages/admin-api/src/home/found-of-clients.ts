import type { DayCounters } from "@leadrelay/core/statistics/day-counters";
import type { OpenLetterCount } from "@leadrelay/db/dead-letters/open-letter-counts";
import type { MarkedDestination } from "@leadrelay/db/needs/marked-destinations";
import type { DownDestination, OffDestination } from "@leadrelay/db/needs/troubled-destinations";
import type { WaitingCount } from "@leadrelay/db/needs/waiting-counts";

/** Leads that wait are counted no further, because each is a row read. */
export const mostCounted = 10;

/** What was found at first look; what is amiss is looked at once more. */
export interface FoundOfClients {
  down: readonly DownDestination[];
  off: readonly OffDestination[];
  confirming: readonly Pick<OffDestination, "id" | "client_id">[];
  days: readonly DayCounters[];
  letters: readonly OpenLetterCount[];
  suspect: readonly MarkedDestination[];
  full: readonly Pick<MarkedDestination, "id" | "client_id">[];
  /** By client. */
  quarantined: readonly WaitingCount[];
  toNobody: readonly WaitingCount[];
}
