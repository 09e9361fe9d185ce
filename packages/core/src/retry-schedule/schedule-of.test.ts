import { expect, it } from "vitest";
import { parseSchedule } from "./parse-schedule.ts";
import { scheduleOf } from "./schedule-of.ts";

const installations = [7000];

it.each([
  ["its own", "1s,5m", [1000, 300_000]],
  ["its own preset", "quick", [1000, 2000, 4000]],
  ["the installation's where it has none", null, installations],
  ["the installation's where its own cannot be read", "soon", installations],
  ["the installation's where its own is empty", "", installations],
])("a destination's schedule is %s", (_, own, schedule) => {
  expect(scheduleOf(own, installations)).toEqual(schedule);
});

it.each([
  ["a day is the longest wait", "24h", [86_400_000]],
  ["a second the shortest", "1s", [1000]],
  ["blanks around a wait do not matter", " 1s , 2m ", [1000, 120_000]],
  ["twenty waits are the most", Array(20).fill("1s").join(), Array(20).fill(1000)],
])("%s", (_, text, waits) => {
  expect(parseSchedule(text)).toEqual(waits);
});

it.each([
  ["1s,soon", '"soon" is not a wait: write 1s to 24h, such as "30s", "5m" or "2h"'],
  ["86401s", '"86401s" is not a wait: write 1s to 24h, such as "30s", "5m" or "2h"'],
  ["x1s", '"x1s" is not a wait: write 1s to 24h, such as "30s", "5m" or "2h"'],
  ["1sx", '"1sx" is not a wait: write 1s to 24h, such as "30s", "5m" or "2h"'],
  [Array(21).fill("1s").join(), "at most 20 waits, not 21"],
])("of %s it says what is wrong", (text, message) => {
  expect(() => parseSchedule(text)).toThrow(message);
});
