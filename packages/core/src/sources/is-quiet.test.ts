import { expect, it } from "vitest";
import { isQuiet } from "./is-quiet.ts";

const hour = 3_600_000;
const now = 1_800_000_000_000;
/** Leads so many hours ago. */
const ago = (...hours: number[]) => hours.map((one) => now - one * hour);

it.each<[what: string, times: number[], is: boolean]>([
  ["a lead an hour ago", ago(1, 2, 3), false],
  ["an hourly one that is silent for a day", ago(24, 25, 26), false],
  ["an hourly one that is silent for longer than a day", ago(25, 26, 27), true],
  ["one with a lead every ten hours, silent for forty", ago(40, 50, 60), false],
  ["one with a lead every ten hours, silent for more than forty", ago(41, 51, 61), true],
  [
    "one whose ten leads came in a week, silent for two days",
    ago(48, 66, 84, 102, 120, 138, 156, 174, 192, 216),
    false,
  ],
  ["one with a lead a week that is silent for three weeks", ago(21 * 24, 28 * 24, 35 * 24), false],
  ["two leads, however long ago", ago(2_000, 2_001), false],
  ["none at all", [], false],
])("%s: %j", (_what, times, is) => {
  expect(isQuiet(times, now)).toBe(is);
});
