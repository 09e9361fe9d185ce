import { describe, expect, it } from "vitest";
import { momentOf, wallTimeAt } from "./wall-clock.ts";

const at = (text: string) => Date.parse(text);

describe("the moment at which clocks show a time", () => {
  it.each<[what: string, zone: string, shown: string, moment: string]>([
    ["is that of UTC where clocks show UTC", "UTC", "2026-11-30T09:00Z", "2026-11-30T09:00:00.000Z"],
    ["is earlier in the east", "Asia/Kolkata", "2026-11-30T09:00Z", "2026-11-30T03:30:00.000Z"],
    ["is later in the west", "America/New_York", "2026-11-30T09:00Z", "2026-11-30T14:00:00.000Z"],
    ["is an hour earlier in summer", "America/New_York", "2026-07-30T09:00Z", "2026-07-30T13:00:00.000Z"],
    ["is the first of two", "America/New_York", "2026-11-01T01:30Z", "2026-11-01T05:30:00.000Z"],
    [
      "behind an hour that comes twice is once",
      "America/New_York",
      "2026-11-01T02:30Z",
      "2026-11-01T07:30:00.000Z",
    ],
    [
      "that is left out is when they jump over it",
      "America/New_York",
      "2026-03-08T02:30Z",
      "2026-03-08T07:00:00.000Z",
    ],
    [
      "that is left out by half an hour is when they jump over it",
      "Australia/Lord_Howe",
      "2026-10-04T02:10Z",
      "2026-10-03T15:30:00.000Z",
    ],
    [
      "is the first of two by half an hour",
      "Australia/Lord_Howe",
      "2026-04-05T01:45Z",
      "2026-04-04T14:45:00.000Z",
    ],
  ])("%s", (_what, zone, shown, moment) => {
    expect(new Date(momentOf(zone, at(shown))).toISOString()).toBe(moment);
  });

  it("is one at which they show it, where they do", () => {
    const shown = at("2026-12-24T18:15Z");
    for (const zone of ["Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Niue", "America/St_Johns"])
      expect(wallTimeAt(zone, momentOf(zone, shown))).toBe(shown);
  });

  it("is nowhere in a zone that there is not", () => {
    expect(() => momentOf("Europe/Atlantis", 0)).toThrow(RangeError);
  });
});
