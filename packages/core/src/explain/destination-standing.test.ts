import { describe, expect, it } from "vitest";
import { destinationStanding } from "./destination-standing.ts";

const at = Date.parse("2026-11-30T10:00:00Z");
const well = {
  id: "dst_1",
  enabled: true,
  disabled_reason: null,
  disabled_at: null,
  health: null,
  limits: null,
};
const limits = { time_zone: "UTC", week_starts: "monday" as const, caps: [], hours: null, holidays: [] };
const down = { state: "down" as const, since: at - 60_000, next_probe_at: at + 30_000 };
const none = () => 0;

describe("a destination", () => {
  it.each([
    ["that takes leads", {}, { state: "on", words: "takes leads", until: null }],
    [
      "that somebody switched off",
      { enabled: false, disabled_reason: "by_hand", disabled_at: at - 5 },
      { state: "paused", since: at - 5 },
    ],
    [
      "whose receiver is gone",
      { enabled: false, disabled_reason: "gone" },
      { state: "gone", words: "was switched off: its receiver said that it is gone" },
    ],
    ["that was given up", { enabled: false, disabled_reason: "failing" }, { state: "given_up" }],
    [
      "that is closed today",
      { limits: { ...limits, holidays: ["2026-11-30"] } },
      { state: "closed", until: Date.parse("2026-12-01T00:00:00Z") },
    ],
    ["that answers late", { health: { state: "slow" as const, since: 1 } }, { state: "slow", since: 1 }],
    ["that failed once", { health: { state: "failing" as const, since: 1 } }, { state: "shaky" }],
    ["that is down", { health: down }, { state: "down", until: at + 30_000, since: at - 60_000 }],
    [
      "that is down, and asked at this moment",
      { health: { ...down, next_probe_at: at - 1 } },
      { state: "down", until: at - 1 },
    ],
    [
      "that refuses",
      { health: { ...down, is_refusing: true, refusals: ["a", "b", "c"] } },
      { state: "refusing", words: "refused the last 3 leads it was sent" },
    ],
    [
      "that is off though it is down",
      { enabled: false, disabled_reason: "by_hand", health: down },
      { state: "paused" },
    ],
  ])("%s", (_what, facts, standing) => {
    expect(destinationStanding({ ...well, ...facts }, none, at)).toMatchObject(standing);
  });

  it("that is full says so, until when, and how far its caps are used", () => {
    const capped = { ...limits, caps: [{ per: "day" as const, leads: 2, source: null }] };
    expect(destinationStanding({ ...well, limits: capped }, () => 2, at)).toEqual({
      state: "full",
      words: expect.stringContaining("is full until"),
      since: null,
      until: Date.parse("2026-12-01T00:00:00Z"),
      caps: ["2 of 2 a day"],
    });
  });
});
