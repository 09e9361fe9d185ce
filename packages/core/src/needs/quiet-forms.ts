import { countIn, type DayCounters, type Slots } from "../statistics/day-counters.ts";
import { halfHoursOfDay, startOfHalfHour } from "../statistics/half-hour-of.ts";

/** A form that takes nothing, though it is used to. */
export interface QuietForm {
  client_id: string;
  form_id: string;
  /** About when its last live submission came, ms. */
  last_at: number;
  /** So many were to be expected since. */
  expected: number;
}

const dayMs = 86_400_000;

/** Where so many are to be expected and none comes that is chance once in a hundred and fifty times. */
const leastExpected = 5;

/** For how long at most it is compared: a form that is quiet for days is quiet. */
const longestMs = dayMs;

/**
 * Forms that were sent nothing for so long that at least five submissions were to be expected: by the same hours a week ago, and by those of the
 * middle one of the seven days before, whichever says less, so that neither a Sunday nor a campaign that ended makes noise. Tests and blocked posts count for nothing.
 */
export function quietForms(days: readonly DayCounters[], nowMs: number): QuietForm[] {
  const forms = new Map(
    days.flatMap(({ client_id, slots }) =>
      Object.keys(slots).map((form_id) => [form_id, client_id] as const),
    ),
  );
  return [...forms].flatMap(([form_id, client_id]) => judge(days, { form_id, client_id }, nowMs));
}

function judge(
  all: readonly DayCounters[],
  { form_id, client_id }: Pick<QuietForm, "form_id" | "client_id">,
  nowMs: number,
): QuietForm[] {
  const days = all.filter((day) => day.client_id === client_id);
  const live = ({ slots }: DayCounters) => [slots[form_id]?.n, slots[form_id]?.l];
  const last = Math.max(...days.flatMap((day) => live(day).map((slots) => lastOf(day, slots))));
  if (!Number.isFinite(last)) return [];
  const last_at = startOfHalfHour(last + 1);
  const from = Math.max(last_at, nowMs - longestMs);
  const before = (back: number) =>
    countIn(days, { from: from - back * dayMs, to: nowMs - back * dayMs }, live);
  const usual = [1, 2, 3, 4, 5, 6, 7].map(before).toSorted((a, b) => a - b)[3] ?? 0;
  const expected = Math.min(before(7), usual);
  return expected < leastExpected ? [] : [{ client_id, form_id, last_at, expected }];
}

const lastOf = ({ day }: DayCounters, slots: Slots = {}): number =>
  Math.max(
    ...Object.entries(slots).flatMap(([slot, value]) =>
      value > 0 ? [day * halfHoursOfDay + Number(slot)] : [],
    ),
  );
