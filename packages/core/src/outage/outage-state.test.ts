import { describe, expect, it } from "vitest";
import { sampleAttempt } from "../../test/decide-samples.ts";
import {
  afterDoubtfulCommit,
  afterFailedTry,
  afterFoundAbsent,
  maySendDirectly,
  noOutage,
  outageDelaySeconds,
} from "./outage-state.ts";

const direct = { make: [sampleAttempt()] };
const doubted = { tries: 2, commit_attempted_at: 1_000_000, direct };

describe("while D1 is down a message", () => {
  it.each([
    [0, 10],
    [1, 10],
    [2, 20],
    [3, 40],
    [4, 80],
    [5, 160],
    [6, 300],
    [7, 300],
    [1000, 300],
  ])("that failed %d times waits %d seconds", (tries, seconds) => {
    expect(outageDelaySeconds(tries)).toBe(seconds);
  });

  it("counts its failed tries and forgets nothing else", () => {
    expect(afterFailedTry(noOutage)).toEqual({ tries: 1, commit_attempted_at: null, direct: {} });
    expect(afterFailedTry(doubted)).toEqual({ ...doubted, tries: 3 });
  });

  it("remembers when a commit was tried that may have been made", () => {
    expect(afterDoubtfulCommit({ tries: 2, commit_attempted_at: null, direct }, 5)).toEqual({
      tries: 2,
      commit_attempted_at: 5,
      direct,
    });
  });

  it("doubts from the latest commit on", () => {
    expect(afterDoubtfulCommit(doubted, 1_000_001).commit_attempted_at).toBe(1_000_001);
  });

  it.each([
    ["at once", 0, 1_000_000],
    ["just before 30 seconds are over", 29_999, 1_000_000],
    ["after 30 seconds", 30_000, null],
    ["after an hour", 3_600_000, null],
  ])("that D1 does not know %s is in doubt: %j", (_, afterMs, commit_attempted_at) => {
    expect(afterFoundAbsent(doubted, 1_000_000 + afterMs)).toEqual({ ...doubted, commit_attempted_at });
  });

  it("that was never in doubt is not, whatever D1 says", () => {
    expect(afterFoundAbsent({ ...doubted, commit_attempted_at: null }, 9e9)).toEqual({
      ...doubted,
      commit_attempted_at: null,
    });
  });

  it.each([
    ["waits for D1 at its first try", 0, null, false],
    ["goes to the CRM without D1 from its second try on", 1, null, true],
    ["still does at its tenth", 9, null, true],
    ["does not while D1 may have stored it", 5, 1, false],
    ["does not where that was at time 0", 5, 0, false],
  ])("%s", (_, tries, commit_attempted_at, may) => {
    expect(maySendDirectly({ tries, commit_attempted_at, direct: {} })).toBe(may);
  });
});
