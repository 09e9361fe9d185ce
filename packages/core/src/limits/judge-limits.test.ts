import type { Cap, DestinationLimits } from "@leadrelay/contracts/destination-limits";
import { describe, expect, it } from "vitest";
import type { DestinationHealth } from "../destination-health/destination-health.ts";
import { countIn, tallyKey } from "../tallies/tally.ts";
import { judgeLimits } from "./judge-limits.ts";
import { foldSource } from "./limit-subjects.ts";
import { talliesOf } from "./tallies-of.ts";
import { whyWaits, type WaitingFacts } from "./why-waits.ts";

const at = (text: string) => Date.parse(text);
/** A Monday. */
const now = at("2026-11-30T17:20+05:30");
const id = "dst_a";
const cap = (per: Cap["per"], leads: number, source: string | null = null): Cap => ({ per, leads, source });
const limits = (given: Partial<DestinationLimits> = {}): DestinationLimits => ({
  time_zone: "Asia/Kolkata",
  week_starts: "monday",
  caps: [],
  hours: null,
  holidays: [],
  ...given,
});
const hour = "h:2026-11-30T17+05:30";
const day = "d:2026-11-30";
const counted = (...counts: [subject: string, period: string, count: number][]) =>
  countIn(new Map(counts.map(([subject, period, count]) => [tallyKey(subject, period), count])));
const facebook = { source: " Facebook ", form_id: "frm_1" };
const destination: WaitingFacts = { id, enabled: true, health: null, limits: null };
const down = { state: "down", since: now - 3_600_000 } as DestinationHealth;

describe("a destination", () => {
  it.each<
    [what: string, given: Partial<WaitingFacts>, counts: Parameters<typeof counted>, waits: string | null]
  >([
    ["without limits takes a lead", {}, [], null],
    ["that was counted before it had limits takes a lead", {}, [[`cap:${id}`, hour, 99]], null],
    ["that is off takes none", { enabled: false }, [], "is disabled"],
    ["that is down takes none now", { health: down }, [], "is down"],
    ["that is slow takes a lead", { health: { ...down, state: "slow" } }, [], null],
    [
      "with room takes a lead",
      { limits: limits({ caps: [cap("hour", 50)] }) },
      [[`cap:${id}`, hour, 49]],
      null,
    ],
    [
      "with as many as it may have in an hour is full to its end",
      { limits: limits({ caps: [cap("hour", 50)] }) },
      [[`cap:${id}`, hour, 50]],
      "is full until 18:00 IST (50 of 50 an hour)",
    ],
    [
      "that has more than it may have says so",
      { limits: limits({ caps: [cap("hour", 50)] }) },
      [[`cap:${id}`, hour, 52]],
      "is full until 18:00 IST (52 of 50 an hour)",
    ],
    [
      "is not full of another hour",
      { limits: limits({ caps: [cap("hour", 5)] }) },
      [[`cap:${id}`, "h:2026-11-30T16+05:30", 5]],
      null,
    ],
    [
      "is not full of what another took",
      { limits: limits({ caps: [cap("hour", 5)] }) },
      [["cap:dst_b", hour, 5]],
      null,
    ],
    [
      "that is full for the hour and the day is so until the next day",
      { limits: limits({ caps: [cap("hour", 5), cap("day", 5)] }) },
      [
        [`cap:${id}`, hour, 5],
        [`cap:${id}`, day, 5],
      ],
      "is full until Tuesday 00:00 IST (5 of 5 a day)",
    ],
    [
      "that is full for the week says the day",
      { limits: limits({ caps: [cap("week", 5)] }) },
      [[`cap:${id}`, "w:2026-11-30", 5]],
      "is full until 7 December 00:00 IST (5 of 5 a week)",
    ],
    [
      "that is full for the month says the day",
      { limits: limits({ caps: [cap("month", 5)] }) },
      [[`cap:${id}`, "m:2026-11", 5]],
      "is full until Tuesday 00:00 IST (5 of 5 a month)",
    ],
    [
      "that is full for ever says what helps",
      { limits: limits({ caps: [cap("total", 5), cap("hour", 5)] }) },
      [
        [`cap:${id}`, "all", 5],
        [`cap:${id}`, hour, 5],
      ],
      "is full until its cap is raised (5 of 5 in total)",
    ],
    [
      "that is full for ever says so in whatever order its caps are",
      { limits: limits({ caps: [cap("hour", 5), cap("total", 5)] }) },
      [
        [`cap:${id}`, "all", 5],
        [`cap:${id}`, hour, 5],
      ],
      "is full until its cap is raised (5 of 5 in total)",
    ],
    [
      "that is full for a source takes none of it",
      { limits: limits({ caps: [cap("hour", 5, "FACEBOOK")] }) },
      [[`cap:${id}:facebook`, hour, 5]],
      "is full for FACEBOOK until 18:00 IST (5 of 5 an hour)",
    ],
    [
      "that is full for another source takes this",
      { limits: limits({ caps: [cap("hour", 5, "google")] }) },
      [[`cap:${id}:google`, hour, 5]],
      null,
    ],
    [
      "that is full for the lead's form takes none of it",
      { limits: limits({ caps: [cap("hour", 5, "frm_1")] }) },
      [[`cap:${id}:frm_1`, hour, 5]],
      "is full for frm_1 until 18:00 IST (5 of 5 an hour)",
    ],
    [
      "that is full for a source has room in all",
      { limits: limits({ caps: [cap("hour", 9), cap("hour", 5, "google")] }) },
      [
        [`cap:${id}`, hour, 5],
        [`cap:${id}:google`, hour, 5],
      ],
      null,
    ],
    [
      "out of its hours is closed, whatever its caps",
      { limits: limits({ caps: [cap("hour", 5)], hours: { tuesday: ["09:00-18:00"] } }) },
      [[`cap:${id}`, hour, 5]],
      "is closed until Tuesday 09:00 IST",
    ],
    [
      "without any hours to come is closed",
      {
        limits: limits({
          hours: { monday: ["09:00-10:00"] },
          holidays: Array.from({ length: 60 }, (_, week) =>
            new Date(at("2026-12-07") + week * 604_800_000).toISOString().slice(0, 10),
          ),
        }),
      },
      [],
      "is closed, and has no hours within a year",
    ],
    [
      "at which others wait has a lead wait behind them",
      { limits: limits({ caps: [cap("hour", 5)] }) },
      [[`held:${id}`, "all", 3]],
      "gets what was held before it first",
    ],
    [
      "at which others of the source wait has a lead of it wait behind them",
      { limits: limits({ caps: [cap("hour", 5, "facebook")] }) },
      [[`held:${id}:facebook`, "all", 3]],
      "gets what was held before it first",
    ],
    [
      "at which others of another source wait takes a lead",
      { limits: limits({ caps: [cap("hour", 5, "google"), cap("hour", 5, "facebook")] }) },
      [[`held:${id}:google`, "all", 3]],
      null,
    ],
    [
      "at which nothing waits any more takes a lead",
      { limits: limits({ caps: [cap("hour", 5)] }) },
      [[`held:${id}`, "all", 0]],
      null,
    ],
    [
      "that is full and down is full: nothing is tried there",
      { health: down, limits: limits({ caps: [cap("hour", 5)] }) },
      [[`cap:${id}`, hour, 5]],
      "is full until 18:00 IST (5 of 5 an hour)",
    ],
  ])("%s", (_what, given, counts, waits) => {
    expect(whyWaits({ ...destination, ...given }, facebook, counted(...counts), now)?.words ?? null).toBe(
      waits,
    );
  });

  it("says until when as a moment, why, and whether it is but one source", () => {
    const full = { ...destination, limits: limits({ caps: [cap("hour", 5, "Facebook")] }) };
    expect(whyWaits(full, facebook, counted([`cap:${id}:facebook`, hour, 5]), now)).toMatchObject({
      reason: "capped",
      until: at("2026-11-30T18:00+05:30"),
      source: "facebook",
    });
  });

  it("has as much room as the fullest of its caps that are of the lead", () => {
    const caps = [cap("hour", 50), cap("day", 60), cap("day", 9, "google")];
    const room = (source: string) =>
      judgeLimits(
        { id, limits: limits({ caps }) },
        { source, form_id: null },
        counted([`cap:${id}`, day, 55], [`cap:${id}:google`, day, 8]),
        now,
      );
    expect(room("facebook")).toEqual({ kind: "open", room: 5 });
    expect(room("Google")).toEqual({ kind: "open", room: 1 });
    expect(judgeLimits({ id, limits: null }, facebook, counted(), now)).toEqual({
      kind: "open",
      room: Infinity,
    });
  });
});

describe("a lead that a destination took", () => {
  const taken = (...caps: Cap[]) =>
    talliesOf({ id, client_id: "cli", limits: limits({ caps }) }, facebook, now).map(
      ({ subject, period }) => `${subject} ${period}`,
    );

  it.each<[what: string, caps: Cap[], counted: string[]]>([
    ["counts nowhere without caps", [], []],
    [
      "counts in the time of each cap",
      [cap("hour", 1), cap("day", 2)],
      [`cap:${id} ${hour}`, `cap:${id} ${day}`],
    ],
    [
      "counts once for two caps of one time",
      [cap("hour", 1, "facebook"), cap("hour", 2, "Facebook")],
      [`cap:${id}:facebook ${hour}`],
    ],
    [
      "counts for its source and its form",
      [cap("total", 1, "frm_1"), cap("total", 1, "facebook")],
      [`cap:${id}:frm_1 all`, `cap:${id}:facebook all`],
    ],
    ["counts for no other source", [cap("hour", 1, "google")], []],
  ])("%s", (_what, caps, subjects) => {
    expect(taken(...caps)).toEqual(subjects);
  });

  it("counts one, to the end of that time", () => {
    expect(
      talliesOf({ id, client_id: "cli", limits: limits({ caps: [cap("hour", 1)] }) }, facebook, now),
    ).toEqual([
      {
        client_id: "cli",
        subject: `cap:${id}`,
        period: hour,
        count: 1,
        ends_at: at("2026-11-30T18:00+05:30"),
      },
    ]);
    expect(talliesOf({ id, client_id: "cli", limits: null }, facebook, now)).toEqual([]);
  });

  it("without a source counts for none", () => {
    const caps = [cap("hour", 1, "google"), cap("hour", 1)];
    const lead = { source: null, form_id: null };
    expect(talliesOf({ id, client_id: "cli", limits: limits({ caps }) }, lead, now)).toMatchObject([
      { subject: `cap:${id}` },
    ]);
  });

  it("comes from the same source however that is written", () => {
    expect(foldSource("  Google ADS ")).toBe("google ads");
  });
});
