import type { Cap, DestinationLimits } from "@leadrelay/contracts/destination-limits";
import { periodOf } from "../tallies/period-of.ts";
import { calendarOf, capSubject, isOf, type CappedLead } from "./limit-subjects.ts";
import { fullUntil } from "./opening-hours.ts";

/** What one lead that a destination took adds to one of its counts, and the caps that this count is held against. Times in ms UTC. */
export interface TakenCount {
  subject: string;
  period: string;
  ends_at: number | null;
  /** Absent of what an earlier version counted. */
  against?: {
    caps: Pick<Cap, "per" | "leads" | "source">[];
    /** When it takes leads again, once one of them is used up; null: not by itself. */
    until: number | null;
    time_zone: string;
  };
}

/** What a lead that was taken at a moment (ms UTC) adds: one count for each time and source that a cap is of. */
export function takenCounts(
  { id, limits = null }: { id: string; limits?: DestinationLimits | null },
  lead: CappedLead,
  at: number,
): TakenCount[] {
  if (limits === null) return [];
  const counts = new Map<string, TakenCount>();
  for (const cap of limits.caps.filter(({ source }) => isOf(source, lead))) {
    const { key, endsAt } = periodOf(cap.per, at, calendarOf(limits));
    const subject = capSubject(id, cap.source);
    // Two caps of one time, and the same one in other words, are one count.
    const caps = [...(counts.get(`${subject} ${key}`)?.against?.caps ?? []), cap];
    const against = { caps, until: fullUntil(limits, endsAt), time_zone: limits.time_zone };
    counts.set(`${subject} ${key}`, { subject, period: key, ends_at: endsAt, against });
  }
  return [...counts.values()];
}
