import { expect, it } from "vitest";
import { sayChangeBehind, switchedOffBy, type DestinationChange } from "./destination-change.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const failedMs = Date.UTC(2026, 10, 21, 17, 49);
const failing = { firstMs: failedMs, lastMs: failedMs + 10 * minuteMs };

/** A change so long before the first failure. */
const change = (beforeMs: number, more: Partial<DestinationChange> = {}): DestinationChange => ({
  at: failedMs - beforeMs,
  by: "owner@example.com",
  fields: ["url"],
  enabled: null,
  ...more,
});
const said = (...changes: DestinationChange[]) => sayChangeBehind(changes, failing);

it.each<[string, DestinationChange[], string]>([
  [
    "just before the first failure",
    [change(3 * minuteMs)],
    "The destination's settings were changed 2026-11-21 17:46:00 UTC by owner@example.com (its address), 3 minutes before the first failure.",
  ],
  [
    "a day before it",
    [change(dayMs)],
    "The destination's settings were changed 2026-11-20 17:49:00 UTC by owner@example.com (its address), 24 hours before the first failure.",
  ],
  [
    "by somebody whom the reader may not know",
    [change(3 * minuteMs, { by: null, fields: ["api_key", "timeout_ms"] })],
    "The destination's settings were changed 2026-11-21 17:46:00 UTC (its key, the time for a try), 3 minutes before the first failure.",
  ],
  [
    "of a setting without a word of ours",
    [change(3 * minuteMs, { fields: ["channel", "name"] })],
    "The destination's settings were changed 2026-11-21 17:46:00 UTC by owner@example.com (channel), 3 minutes before the first failure.",
  ],
  [
    "in between, where none was made the day before",
    [change(-5 * minuteMs), change(2 * dayMs)],
    "The destination's settings were changed 2026-11-21 17:54:00 UTC by owner@example.com (its address), after the first failure.",
  ],
])("a change %s is told", (_when, changes, sentence) => {
  expect(said(...changes)).toBe(sentence);
});

it.each<[string, DestinationChange[], string]>([
  [
    "the one of the day before, not a try to mend it since",
    [change(-minuteMs), change(minuteMs)],
    "1 minute",
  ],
  ["the last one before it", [change(minuteMs), change(5 * minuteMs)], "1 minute before"],
  ["one of six days ago where there is no other", [change(6 * dayMs)], "6 days before"],
])("of several changes it is %s", (_which, changes, words) => {
  expect(said(...changes)).toContain(words);
});

it.each<[string, DestinationChange[]]>([
  ["nothing was changed", []],
  ["the change came after the last failure", [change(-11 * minuteMs)]],
  ["it is more than a week old", [change(7 * dayMs + 11 * minuteMs)]],
  ["only the name was changed", [change(minuteMs, { fields: ["name"] })]],
  ["it was only switched off and on", [change(minuteMs, { fields: ["enabled"], enabled: true })]],
])("nothing is told where %s", (_why, changes) => {
  expect(said(...changes)).toBe("");
});

it.each<[string, DestinationChange[], string | null]>([
  ["who did so last", [change(1, { enabled: false })], "owner@example.com"],
  [
    "nobody where it was switched on since",
    [change(1, { enabled: true }), change(2, { enabled: false })],
    null,
  ],
  ["nobody where other things alone were changed", [change(1)], null],
])("whoever switched a destination off is %s", (_who, changes, name) => {
  expect(switchedOffBy(changes)).toBe(name);
});
