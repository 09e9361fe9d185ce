import { expect, test } from "vitest";
import { timesIn } from "./times-in.ts";

const at = Date.UTC(2026, 10, 30, 14, 5, 9);

test.each([
  ["Nothing of it tells a time.", ["Nothing of it tells a time."]],
  ["It is deleted at 2026-11-30 14:05:09 UTC.", ["It is deleted at ", at, "."]],
  ["2026-11-30 14:05:09 UTC", [at]],
  [
    "Between 2026-11-30 14:05:09 UTC and 2026-11-30 14:05:10 UTC it waits.",
    ["Between ", at, " and ", at + 1_000, " it waits."],
  ],
  ["At 2026-13-30 14:05:09 UTC there is nothing.", ["At 2026-13-30 14:05:09 UTC there is nothing."]],
  ["At 2026-11-30 14:05 UTC, and 2026-11-30 alone.", ["At 2026-11-30 14:05 UTC, and 2026-11-30 alone."]],
  ["", []],
])("%s", (sentence, parts) => {
  expect(timesIn(sentence)).toEqual(parts);
});
