import { halfHourOf, halfHoursOfDay, startOfHalfHour } from "./half-hour-of.ts";
import { noBucket, type BucketCount } from "./latency-buckets.ts";

/** How many in each half hour of a UTC day, 0 to 47; what is not there is none. */
export type Slots = Readonly<Record<string, number>>;

/** What was counted of a client's UTC day (see `dayOf`), as migration 0043 says. */
export interface DayCounters {
  client_id: string;
  day: number;
  /** By form: new leads, other live submissions, and what is no lead's. */
  slots: Readonly<Record<string, Partial<Record<"n" | "l" | "o", Slots>>>>;
  /** By form and destination: latency bucket → how many. */
  arrived: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
  /** By destination; kept by the hour, each in its first half. */
  arrived_slots: Readonly<Record<string, Slots>>;
  /** By form: refused, and dropped for a filled honeypot. */
  lost: Readonly<Record<string, Partial<Record<"r" | "d", Slots>>>>;
  /** When the last live submission came in, ms. */
  last_at: number | null;
}

/** From and to in ms UTC, the end excluded; only whole half hours are told apart. */
export interface Span {
  from: number;
  to: number;
}

/** How many of what `of` picks of each day came in a span. Of a half hour that has not ended by then as much as has passed of it. */
export function countIn<Day extends Pick<DayCounters, "day">>(
  days: readonly Day[],
  { from, to }: Span,
  of: (day: Day) => readonly (Slots | undefined)[],
): number {
  const [first, last] = [halfHourOf(from), halfHourOf(to)];
  const passed = (to - startOfHalfHour(last)) / (startOfHalfHour(1) - startOfHalfHour(0));
  let [whole, running] = [0, 0];
  for (const day of days)
    for (const slots of of(day))
      for (const [slot, value] of Object.entries(slots ?? {})) {
        const at = day.day * halfHoursOfDay + Number(slot);
        if (at >= first && at < last) whole += value;
        if (at >= first && at === last) running += value;
      }
  return whole + Math.round(running * passed);
}

/** The same up to now: all of the half hour that runs has come. */
export const countSince = <Day extends Pick<DayCounters, "day">>(
  days: readonly Day[],
  from: number,
  of: (day: Day) => readonly (Slots | undefined)[],
): number => countIn(days, { from, to: Number.MAX_SAFE_INTEGER }, of);

/** What `of` picks of each day, added up: one entry for each day, of however many clients. */
export function addedUp(
  days: readonly DayCounters[],
  of: (day: DayCounters) => readonly (Slots | undefined)[],
): { day: number; slots: Slots }[] {
  const sums = new Map<number, Record<string, number>>();
  for (const one of days) {
    const sum = sums.get(one.day) ?? {};
    for (const slots of of(one))
      for (const [slot, value] of Object.entries(slots ?? {})) sum[slot] = (sum[slot] ?? 0) + value;
    sums.set(one.day, sum);
  }
  return [...sums].map(([day, slots]) => ({ day, slots }));
}

/** Durations of what arrived on these days, at any destination or one. */
export const bucketsOf = (days: readonly DayCounters[], destinationId?: string): BucketCount[] =>
  days
    .flatMap(({ arrived }) => Object.values(arrived))
    .flatMap((destinations) => Object.entries(destinations))
    .filter(([id]) => destinationId === undefined || id === destinationId)
    .flatMap(([, buckets]) => Object.entries(buckets))
    .filter(([bucket]) => bucket !== "m" && Number(bucket) !== noBucket)
    .map(([bucket, value]) => ({ bucket: Number(bucket), value }));
