import { expect, it } from "vitest";
import { endOfDay, startOfDay } from "./day-bounds.ts";

it("a day is from its beginning to the next one's", () => {
  expect(startOfDay("2026-11-30")).toBe(new Date(2026, 10, 30).getTime());
  expect(endOfDay("2026-11-30")).toBe(new Date(2026, 11, 1).getTime());
});

it.each([undefined, "yesterday", "2026-13-45", "2026-1-1"])("%s is no day", (text) => {
  expect([startOfDay(text), endOfDay(text)]).toEqual([undefined, undefined]);
});
