import type { Cap, DestinationLimits } from "@leadrelay/contracts/destination-limits";
import { periodOf, type Period } from "../tallies/period-of.ts";
import type { CountOf } from "../tallies/tally.ts";

/** A lead as caps tell leads apart. */
export interface CappedLead {
  /** Its `lead_source` as its payload has it. */
  source: string | null;
  form_id: string | null;
}

/** A source as caps of it are counted, whatever case it is written in. */
export const foldSource = (source: string): string => source.trim().toLowerCase();

/** Whether a cap of a source is of this lead: the source it says that it comes from, or its form. One of all leads is of each. */
export const isOf = (source: string | null, lead: CappedLead): boolean =>
  source === null || lead.form_id === source || foldSource(lead.source ?? "") === foldSource(source);

/** What a destination took is counted under this, all of it or that of a source. */
export const capSubject = (destinationId: string, source: string | null): string =>
  subjectOf("cap", destinationId, source);

/** That something is held for its limits stands under this: what comes later waits behind it. */
export const heldSubject = (destinationId: string, source: string | null): string =>
  subjectOf("held", destinationId, source);

/** All under which something of a destination is counted or marked; what is of a source has that behind a colon. */
export const subjectsOfDestination = (destinationId: string): string[] => [
  capSubject(destinationId, null),
  heldSubject(destinationId, null),
];

/** In its own time a mark has no period. */
export const heldPeriod = "all";

/** That this batch gives one that is down a lead to ask it by; never written. */
export const probeSubject = (destinationId: string): string => `probe:${destinationId}`;
export const probePeriod = "all";

const subjectOf = (what: string, destinationId: string, source: string | null) =>
  source === null ? `${what}:${destinationId}` : `${what}:${destinationId}:${foldSource(source)}`;

/** A cap with what counts against it at a moment. */
export interface CountedCap extends Cap {
  period: Period;
  count: number;
}

/** The caps of a destination as they stand at a moment (ms UTC). */
export const countedCaps = (
  { id, limits }: { id: string; limits: DestinationLimits },
  countOf: CountOf,
  at: number,
): CountedCap[] =>
  limits.caps.map((cap) => {
    const period = periodOf(cap.per, at, calendarOf(limits));
    return { ...cap, period, count: countOf(capSubject(id, cap.source), period.key) };
  });

/** Whose hours, days and weeks its caps are of. */
export const calendarOf = ({ time_zone, week_starts }: DestinationLimits) => ({
  timeZone: time_zone,
  weekStarts: week_starts,
});
