import type { Cap } from "@leadrelay/contracts/destination-limits";
import { describe, expect, it, test } from "vitest";
import { capMarks, type TakenDelivery } from "./cap-marks.ts";
import { takenCounts } from "./taken-counts.ts";

const at = Date.parse("2026-11-30T17:30+05:30");
const limitsOf = (caps: Cap[]) => ({
  time_zone: "Asia/Kolkata",
  week_starts: "monday" as const,
  caps,
  hours: { monday: ["09:00-18:00"], tuesday: ["10:00-18:00"] },
  holidays: [],
});
const of = (per: Cap["per"], leads: number, source: string | null = null): Cap => ({ per, leads, source });
const taken = (caps: Cap[], source = "facebook", lead_id = 1): TakenDelivery => ({
  client_id: "cli",
  destination_id: "dst",
  lead_id,
  event_id: `evt_${lead_id}`,
  taken_at: at,
  taken: takenCounts({ id: "dst", limits: limitsOf(caps) }, { source, form_id: "frm" }, at),
});
const marks = (deliveries: TakenDelivery[]) =>
  capMarks(deliveries).map(({ part, at: from, below, added, counted }) =>
    [
      `${counted} + ${added}: ${part.percent} % of ${part.limit} a ${part.cap} from ${from}`,
      below === null ? "" : ` below ${below}`,
    ].join(""),
  );

test.each<[what: string, caps: Cap[], source: string, marks: string[]]>([
  [
    "a cap tells at 80 % and at all of it",
    [of("hour", 50)],
    "google",
    ["cap:dst + 1: 80 % of 50 a hour from 40 below 50", "cap:dst + 1: 100 % of 50 a hour from 50"],
  ],
  [
    "80 % is never less than that",
    [of("day", 11)],
    "google",
    ["cap:dst + 1: 80 % of 11 a day from 9 below 11", "cap:dst + 1: 100 % of 11 a day from 11"],
  ],
  [
    "of so small a one only its end is told",
    [of("day", 4)],
    "google",
    ["cap:dst + 1: 100 % of 4 a day from 4"],
  ],
  [
    "of five the fourth is told",
    [of("day", 5)],
    "google",
    ["cap:dst + 1: 80 % of 5 a day from 4 below 5", "cap:dst + 1: 100 % of 5 a day from 5"],
  ],
  [
    "a source's cap is told for leads of it",
    [of("day", 1, "Facebook")],
    "FACEBOOK",
    ["cap:dst:facebook + 1: 100 % of 1 a day from 1"],
  ],
  ["and for no others", [of("day", 1, "Facebook")], "google", []],
  [
    "two caps of one time are told each",
    [of("day", 1), of("day", 2)],
    "google",
    ["cap:dst + 1: 100 % of 1 a day from 1", "cap:dst + 1: 100 % of 2 a day from 2"],
  ],
  ["without caps nothing is told", [], "google", []],
])("%s", (_what, caps, source, expected) => {
  expect(marks([taken(caps, source)])).toEqual(expected);
});

describe("what is told of a cap", () => {
  it("counts all of a batch, and shows the last", () => {
    const caps = [of("total", 3)];
    const [mark, ...more] = capMarks([taken(caps, "a", 1), taken(caps, "b", 2), taken(caps, "c", 3)]);
    expect(more).toEqual([]);
    expect(mark).toMatchObject({ added: 3, at: 3, period: "all", sample: { lead_id: 3, event_id: "evt_3" } });
  });

  it("is another for another destination's count and for another client's", () => {
    const one = taken([of("total", 1)]);
    expect(capMarks([one, { ...one, client_id: "other" }])).toHaveLength(2);
  });

  it.each<[what: string, per: Cap["per"], until: string | null]>([
    ["an hour after which it is closed: until it opens", "hour", "2026-12-01T10:00+05:30"],
    ["a day: until it opens on the next", "day", "2026-12-01T10:00+05:30"],
    ["a week", "week", "2026-12-07T09:00+05:30"],
    ["a month, which ends that night: until it opens in the next", "month", "2026-12-01T10:00+05:30"],
    ["in total: until somebody raises it", "total", null],
  ])("says until when it is full, of %s", (_what, per, until) => {
    const given = taken([of(per, 1)]);
    const [mark] = capMarks([given]);
    expect(mark?.part.until).toBe(until === null ? null : Date.parse(until));
    expect(mark?.part.time_zone).toBe("Asia/Kolkata");
  });

  it("of what an earlier version counted is nothing", () => {
    const given = taken([of("day", 1)]);
    const before = given.taken.map(({ subject, period, ends_at }) => ({ subject, period, ends_at }));
    expect(capMarks([{ ...given, taken: before }])).toEqual([]);
  });
});
