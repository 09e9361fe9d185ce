import { addedUp, bucketsOf, countIn, countSince, type DayCounters } from "./day-counters.ts";
import { dayOf } from "./day-of.ts";
import { halfHourOf, halfHoursOfDay } from "./half-hour-of.ts";
import { percentile } from "./latency-buckets.ts";

/** How today goes, told of whatever moment it begins with. Times in ms UTC. */
export interface TodayFigures {
  /** New leads, tests left out; and up to this time of the same day a week ago. */
  leads: number;
  leads_last_week: number;
  /** New leads by hour, from its beginning on; and a week ago, that day whole. */
  hours: number[];
  hours_last_week: number[];
  /** When the last live submission came in, of the last nine days. */
  last_lead_at: number | null;
  /** Deliveries that arrived since. */
  delivered: number;
  /** From submission to the receiver's answer, of what arrived today and yesterday, by UTC days. */
  latency_p50_ms: number | null;
  latency_p95_ms: number | null;
  destinations: {
    id: string;
    client_id: string;
    delivered: number;
    latency_p50_ms: number | null;
    hours: number[];
  }[];
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const weekMs = 7 * dayMs;
const hoursOfDay = 24;

/** @param days those of the last nine days, of any clients @param since when today began for whoever asks */
export function todayFigures(
  days: readonly DayCounters[],
  { since, nowMs }: { since: number; nowMs: number },
): TodayFigures {
  const news = addedUp(days, ({ slots }) => Object.values(slots).map(({ n }) => n));
  const isLate = ({ day }: { day: number }) => day >= dayOf(nowMs) - 1;
  const lately = days.filter(isLate);
  const times = days.flatMap(({ last_at }) => last_at ?? []);
  // A destination is one client's: where there are many, theirs alone are looked through for it.
  const byClient = Map.groupBy(days, ({ client_id }) => client_id);
  const latelyByClient = Map.groupBy(lately, ({ client_id }) => client_id);
  return {
    leads: countSince(news, since, all),
    leads_last_week: countIn(news, { from: since - weekMs, to: nowMs - weekMs }, all),
    hours: hoursFrom(since, Math.max(nowMs, since + 1), news),
    hours_last_week: hoursFrom(since - weekMs, since - weekMs + dayMs, news),
    last_lead_at: times.length === 0 ? null : times.reduce((last, at) => Math.max(last, at)),
    delivered: countSince(days, since, ({ arrived_slots }) => Object.values(arrived_slots)),
    ...speedOf(lately),
    destinations: destinationsOf(lately).map(({ id, client_id }) => {
      const arrived = addedUp(byClient.get(client_id) ?? [], ({ arrived_slots }) => [arrived_slots[id]]);
      return {
        id,
        client_id,
        delivered: countSince(arrived, since, all),
        latency_p50_ms: speedOf(latelyByClient.get(client_id) ?? [], id).latency_p50_ms,
        hours: hoursFrom(
          startOfHour(nowMs) - 23 * hourMs,
          startOfHour(nowMs) + hourMs,
          arrived.filter(isLate),
        ),
      };
    }),
  };
}

type Sums = ReturnType<typeof addedUp>;

const all = ({ slots }: Sums[number]) => [slots];

const hoursFrom = (from: number, to: number, sums: Sums) =>
  Array.from({ length: Math.min(hoursOfDay, Math.ceil((to - from) / hourMs)) }, (_, hour) =>
    countIn(sums, { from: from + hour * hourMs, to: from + (hour + 1) * hourMs }, all),
  );

const startOfHour = (ms: number) => Math.floor(ms / hourMs) * hourMs;

function speedOf(days: readonly DayCounters[], destinationId?: string) {
  const buckets = bucketsOf(days, destinationId);
  return {
    latency_p50_ms: rounded(percentile(buckets, 0.5)),
    latency_p95_ms: rounded(percentile(buckets, 0.95)),
  };
}

const rounded = (ms: number | null) => (ms === null ? null : Math.round(ms));

function destinationsOf(days: readonly DayCounters[]) {
  const known = new Map(
    days.flatMap(({ client_id, arrived_slots }) =>
      Object.keys(arrived_slots).map((id) => [id, client_id] as const),
    ),
  );
  return [...known].map(([id, client_id]) => ({ id, client_id }));
}

/** The first UTC day that `todayFigures` and the needs are made from. */
export const firstDayNeeded = (since: number): number => Math.floor(halfHourOf(since) / halfHoursOfDay) - 8;
