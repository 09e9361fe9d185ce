import { expect, it } from "vitest";
import type { DayCounters } from "../statistics/day-counters.ts";
import { quietForms } from "./quiet-forms.ts";

const dayMs = 86_400_000;
const today = 100;
/** At noon. */
const now = today * dayMs + dayMs / 2;
const slotsOf = (each: number, from = 0, to = 47) =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, index) => [from + index, each]));
const day = (back: number, slots: DayCounters["slots"][string]): DayCounters => ({
  client_id: "c",
  day: today - back,
  slots: { f: slots },
  arrived: {},
  arrived_slots: {},
  lost: {},
  last_at: null,
});
/** The eight days before with one lead each half hour. */
const usual = [1, 2, 3, 4, 5, 6, 7, 8].map((back) => day(back, { n: slotsOf(1) }));
const of = (days: DayCounters[]) => quietForms(days, now).map(({ expected }) => expected);

it.each<[what: string, days: DayCounters[], expected: number[]]>([
  ["that takes as usual is not quiet", [...usual, day(0, { n: slotsOf(1, 0, 23) })], []],
  ["that took nothing for two hours is not quiet yet", [...usual, day(0, { n: slotsOf(1, 0, 19) })], []],
  ["that took nothing for two and a half is", [...usual, day(0, { n: slotsOf(1, 0, 18) })], [5]],
  ["that took nothing since yesterday's end is", usual, [24]],
  ["that took nothing for days is compared with a day", usual.slice(2), [48]],
  ["known people count as well", [...usual, day(0, { l: slotsOf(1, 0, 23) })], []],
  ["tests do not", [...usual, day(0, { n: slotsOf(1, 0, 18), o: slotsOf(9, 19, 23) })], [5]],
  [
    "that had as good as nothing a week ago is not told of",
    usual.map((one) => (one.day === today - 7 ? day(7, { n: { 0: 1 } }) : one)),
    [],
  ],
  [
    "that had much a week ago and little since is not told of",
    [7, 8].map((back) => day(back, { n: slotsOf(1) })),
    [],
  ],
  ["that never took anything is none", [day(0, { o: { 3: 1 } })], []],
  [
    "whose counts were taken back took nothing",
    [...usual, day(0, { n: { ...slotsOf(1, 0, 18), 22: 0 } })],
    [5],
  ],
])("a form %s", (_what, days, expected) => {
  expect(of(days)).toEqual(expected);
});

it("a busy form is not quiet in the half hour in which it took something", () => {
  const busy = [1, 2, 3, 4, 5, 6, 7, 8].map((back) => day(back, { n: slotsOf(50) }));
  const late = now + 29 * 60_000;
  expect(quietForms([...busy, day(0, { n: slotsOf(50, 0, 24) })], late)).toEqual([]);
  expect(quietForms([...busy, day(0, { n: slotsOf(50, 0, 23) })], late)).toHaveLength(1);
});

it("tells whose it is and since when", () => {
  expect(quietForms(usual, now)).toEqual([
    { client_id: "c", form_id: "f", last_at: today * dayMs, expected: 24 },
  ]);
});

it("another client's form of that name says nothing of it", () => {
  const other = day(0, { n: slotsOf(1, 0, 23) });
  expect(
    quietForms([...usual, { ...other, client_id: "d", slots: { g: slotsIn(other) } }], now),
  ).toHaveLength(1);
});

const slotsIn = ({ slots }: DayCounters) => slots["f"] ?? {};
