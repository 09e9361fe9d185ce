import type { Cap, DestinationLimits } from "@leadrelay/contracts/destination-limits";
import { describe, expect, it } from "vitest";
import { countIn, tallyKey } from "../tallies/tally.ts";
import { heldSources, planOpening, type Opening } from "./plan-opening.ts";

const nowMs = Date.parse("2026-11-30T17:20+05:30");
const day = "d:2026-11-30";
const id = "dst_a";
const cap = (leads: number, source: string | null = null): Cap => ({ per: "day", leads, source });
const closed: Partial<DestinationLimits> = { hours: { tuesday: ["09:00-18:00"] } };
const tallies = (...counts: [subject: string, period: string, count: number][]) =>
  new Map(counts.map(([subject, period, count]) => [tallyKey(subject, period), count]));
const all = (most: number): Opening => ({ source: null, most });
const google = (most: number): Opening => ({ source: "google", most });

describe("of those that a destination holds", () => {
  interface Case {
    limits?: Partial<DestinationLimits>;
    counts?: [string, string, number][];
    sources?: string[];
    underWay?: number;
    most?: number;
  }
  it.each<[what: string, given: Case, openings: Opening[]]>([
    ["as many go as go at a time where nothing is counted", {}, [all(100)]],
    ["none goes while it is closed", { limits: closed }, []],
    ["as many go as there is room for", { limits: { caps: [cap(5)] } }, [all(5)]],
    [
      "as many fewer go as it took",
      { limits: { caps: [cap(5)] }, counts: [[`cap:${id}`, day, 3]] },
      [all(2)],
    ],
    ["none goes where it is full", { limits: { caps: [cap(5)] }, counts: [[`cap:${id}`, day, 5]] }, []],
    ["as many fewer go as are under way", { limits: { caps: [cap(5)] }, underWay: 4 }, [all(1)]],
    ["none goes where what is under way fills it", { limits: { caps: [cap(5)] }, underWay: 5 }, []],
    ["no more go than go at a time", { limits: { caps: [cap(500)] }, most: 20 }, [all(20)]],
    ["the fullest of its caps counts", { limits: { caps: [cap(9), cap(4), cap(7)] } }, [all(4)]],
    [
      "a cap of a source that nothing waits for keeps none",
      { limits: { caps: [cap(9), cap(1, "google")] } },
      [all(9)],
    ],
    [
      "those of a source go behind those of all",
      { limits: { caps: [cap(9), cap(4, " Google")] }, sources: ["google"] },
      [all(9), google(4)],
    ],
    [
      "no more of a source go than of all",
      { limits: { caps: [cap(3), cap(4, "google")] }, sources: ["google"] },
      [all(3), google(3)],
    ],
    [
      "none of a source goes that is full, whatever room there is in all",
      {
        limits: { caps: [cap(9), cap(4, "google")] },
        counts: [[`cap:${id}:google`, day, 4]],
        sources: ["google"],
      },
      [all(9)],
    ],
    [
      "those of a source go that has no cap any more",
      { limits: { caps: [cap(9)] }, sources: ["google"] },
      [all(9), google(9)],
    ],
    [
      "none of a source goes where all is full",
      {
        limits: { caps: [cap(5), cap(4, "google")] },
        counts: [[`cap:${id}`, day, 5]],
        sources: ["google"],
      },
      [],
    ],
  ])("%s", (_what, { limits = {}, counts = [], sources = [], underWay = 0, most = 100 }, openings) => {
    const destination = {
      id,
      limits: {
        time_zone: "Asia/Kolkata",
        week_starts: "monday" as const,
        caps: [],
        hours: null,
        holidays: [],
        ...limits,
      },
    };
    const countOf = countIn(tallies(...counts));
    expect(planOpening(destination, sources, { countOf, underWay, most, nowMs })).toEqual(openings);
  });
});

it("the sources that something is held for are those of its own marks, and no count of a cap is one", () => {
  const read = tallies(
    [`held:${id}`, "all", 3],
    [`held:${id}:google ads`, "all", 1],
    [`held:${id}:facebook`, "all", 1],
    ["held:dst_b:bing", "all", 1],
    [`cap:${id}:google ads`, "all", 4],
    [`held:${id}:yahoo`, day, 4],
  );
  expect(heldSources(id, read)).toEqual(["google ads", "facebook"]);
});
