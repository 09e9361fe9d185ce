import type { Cap } from "@leadrelay/contracts/destination-limits";
import { expect, it } from "vitest";
import { countIn, tallyKey } from "../tallies/tally.ts";
import { sayCaps } from "./say-limits.ts";

const nowMs = Date.parse("2026-11-30T17:20Z");

it.each<[what: string, cap: Cap, counted: string, said: string]>([
  ["an hour", { per: "hour", leads: 50, source: null }, "cap:dst_a h:2026-11-30T17+00:00", "7 of 50 an hour"],
  ["a day", { per: "day", leads: 50, source: null }, "cap:dst_a d:2026-11-30", "7 of 50 a day"],
  ["a week", { per: "week", leads: 50, source: null }, "cap:dst_a w:2026-11-30", "7 of 50 a week"],
  ["a month", { per: "month", leads: 50, source: null }, "cap:dst_a m:2026-11", "7 of 50 a month"],
  ["all time", { per: "total", leads: 50, source: null }, tallyKey("cap:dst_a", "all"), "7 of 50 in total"],
  [
    "a source, as people wrote it",
    { per: "day", leads: 50, source: "Google Ads" },
    "cap:dst_a:google ads d:2026-11-30",
    "7 of 50 a day from Google Ads",
  ],
  [
    "which nothing counts",
    { per: "day", leads: 50, source: null },
    "cap:dst_b d:2026-11-30",
    "0 of 50 a day",
  ],
])("how far a cap of %s is used", (_what, cap, counted, said) => {
  const limits = {
    time_zone: "UTC",
    week_starts: "monday" as const,
    caps: [cap],
    hours: null,
    holidays: [],
  };
  expect(sayCaps({ id: "dst_a", limits }, countIn(new Map([[counted, 7]])), nowMs)).toEqual([said]);
});
