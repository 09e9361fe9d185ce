import { expect, it } from "vitest";
import type { DayCounters } from "../statistics/day-counters.ts";
import { losingForms } from "./losing-forms.ts";

const dayMs = 86_400_000;
/** Ten past one: since midnight. */
const now = 100 * dayMs + 70 * 60_000;
const limits = { least: 3, share: 0.2 };
const day = (given: Partial<DayCounters>): DayCounters => ({
  client_id: "c",
  day: 100,
  slots: {},
  arrived: {},
  arrived_slots: {},
  lost: {},
  last_at: null,
  ...given,
});
const of = (...days: DayCounters[]) =>
  losingForms(days, limits, now).map(({ form_id, how, lost, posts }) => `${form_id} ${how} ${lost}/${posts}`);

it.each<[what: string, days: DayCounters[], told: string[]]>([
  ["that takes all is well", [day({ slots: { f: { n: { 0: 9 } } } })], []],
  [
    "that refuses more than it should is told of",
    [day({ slots: { f: { n: { 0: 1 }, o: { 1: 1 } } }, lost: { f: { r: { 0: 2, 2: 2 } } } })],
    ["f refused 4/6"],
  ],
  ["that refused few is not", [day({ lost: { f: { r: { 0: 2 } } } })], []],
  ["that refused them before the last hour is not", [day({ day: 99, lost: { f: { r: { 46: 9 } } } })], []],
  ["that drops them is told of as such", [day({ lost: { f: { d: { 1: 5 } } } })], ["f dropped 5/5"]],
  [
    "that loses as usual is not",
    [
      day({ slots: { f: { n: { 0: 5 } } }, lost: { f: { r: { 0: 5 } } } }),
      day({ day: 95, slots: { f: { n: { 0: 50 } } }, lost: { f: { r: { 0: 50 } } } }),
    ],
    [],
  ],
  [
    "of another client is judged by itself",
    [
      day({ lost: { f: { r: { 0: 5 } } } }),
      day({ client_id: "d", slots: { g: { n: { 0: 90 } } }, lost: { g: { r: { 0: 1 } } } }),
    ],
    ["f refused 5/5"],
  ],
])("a form %s", (_what, days, told) => {
  expect(of(...days)).toEqual(told);
});
