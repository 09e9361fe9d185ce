import type { DestinationLimits } from "@leadrelay/contracts/destination-limits";
import type { CountOf } from "../tallies/tally.ts";
import {
  countedCaps,
  foldSource,
  heldPeriod,
  heldSubject,
  isOf,
  type CappedLead,
  type CountedCap,
} from "./limit-subjects.ts";
import { fullUntil, opensAt } from "./opening-hours.ts";

/** Whether a destination takes a lead at a moment. */
type LimitVerdict =
  /** It does; `room` says how many more beside what is under way: Infinity where no cap is of such a lead. */
  | { kind: "open"; room: number }
  /** Its hours forbid it. `until` in ms UTC, null: it does not open within a year. */
  | { kind: "closed"; until: number | null }
  /** It has taken as many as it may. `until`: when that time is over, and it is open; null: only a higher cap or other hours help. */
  | { kind: "capped"; until: number | null; cap: CountedCap }
  /** It has room, and what came before waits for it. */
  | { kind: "behind"; until: null };

/** What holds leads up; `source`: only those of that source, as `foldSource` writes it. null: all of them. */
export type Holding = Exclude<LimitVerdict, { kind: "open" }> & { source: string | null };

/** A destination as its limits are judged; null limits: it takes whatever comes. */
export interface LimitedDestination {
  id: string;
  limits: DestinationLimits | null;
}

/**
 * Whether a destination takes this lead now (ms UTC), by what was counted of it: first its hours, then caps of all leads, then caps of the lead's
 * source, then whether others wait that came before. Tests are held as other leads are, and counted nowhere; notices are not to be asked of.
 */
export function judgeLimits(
  { id, limits }: LimitedDestination,
  lead: CappedLead,
  countOf: CountOf,
  nowMs: number,
): { kind: "open"; room: number } | Holding {
  if (limits === null) return { kind: "open", room: Infinity };
  const opening = opensAt(limits, nowMs);
  if (opening !== "now") return { kind: "closed", until: opening === "never" ? null : opening, source: null };
  const caps = countedCaps({ id, limits }, countOf, nowMs).filter(({ source }) => isOf(source, lead));
  const groups = Map.groupBy(caps, ({ source }) => (source === null ? null : foldSource(source)));
  // All leads wait together before those of a source wait for it.
  const sources = new Set([null, ...groups.keys()]);
  for (const source of sources) {
    const full = latest((groups.get(source) ?? []).filter(({ count, leads }) => count >= leads));
    if (full !== undefined)
      return { kind: "capped", until: fullUntil(limits, full.period.endsAt), cap: full, source };
    if (countOf(heldSubject(id, source), heldPeriod) > 0) return { kind: "behind", until: null, source };
  }
  return { kind: "open", room: Math.min(Infinity, ...caps.map(({ count, leads }) => leads - count)) };
}

/** The one that is full for longest. */
const latest = (full: readonly CountedCap[]): CountedCap | undefined =>
  full.toSorted((a, b) => (b.period.endsAt ?? Infinity) - (a.period.endsAt ?? Infinity))[0];
