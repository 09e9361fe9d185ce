import { describe, expect, it } from "vitest";
import { sendPace } from "./send-pace.ts";

const claimed = (next_attempt_at: number, destination_id = "dst") => ({ next_attempt_at, destination_id });

/** When each delivery's turn comes, at a clock that stands still: how long it is told to wait. */
async function turns(perSecond: number | null, deliveries: ReturnType<typeof claimed>[], nowMs = 0) {
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(Math.round(ms));
  const pace = sendPace(perSecond, { now: () => nowMs, wait });
  for (const delivery of deliveries) {
    const before = waits.length;
    await pace.turnOf(delivery);
    if (waits.length === before) waits.push(0);
  }
  return waits;
}

describe("a paced send", () => {
  it("comes when it is due", async () => {
    expect(await turns(10, [claimed(100), claimed(200), claimed(900)])).toEqual([100, 200, 900]);
  });

  it("keeps its distance though it is late: nothing catches up", async () => {
    expect(await turns(10, [claimed(0), claimed(0), claimed(0)], 5_000)).toEqual([0, 100, 200]);
  });

  it("waits for no other destination", async () => {
    expect(await turns(10, [claimed(0, "a"), claimed(0, "b"), claimed(0, "a")])).toEqual([0, 0, 100]);
  });

  it("has a lease that outlasts its waits", () => {
    const pace = sendPace(2, { now: () => 0, wait: async () => {} });
    expect(pace.spreadMs(30)).toBeGreaterThanOrEqual(pace.aheadMs + 15_000);
  });
});

it("what has no pace waits for nothing", async () => {
  expect(await turns(null, [claimed(900), claimed(900)])).toEqual([0, 0]);
});

describe("a pace", () => {
  const pace = sendPace(4, { now: () => 0, wait: async () => {} });

  it("has what is due two and a half seconds ahead claimed with it", () => {
    expect(pace.aheadMs).toBe(2_500);
  });

  it.each([
    [0, 2_500],
    [1, 2_750],
    [30, 10_000],
  ])("makes %i sends %i ms longer at most", (sends, ms) => {
    expect(pace.spreadMs(sends)).toBe(ms);
  });

  it("of a third of a second rounds up what it makes longer", () => {
    expect(sendPace(3, { now: () => 0, wait: async () => {} }).spreadMs(1)).toBe(2_834);
  });

  it("that is none makes nothing longer and claims nothing ahead", () => {
    const { aheadMs, spreadMs } = sendPace(null, { now: () => 0, wait: async () => {} });
    expect([aheadMs, spreadMs(30)]).toEqual([0, 0]);
  });

  it("has nobody wait for a turn that has come", async () => {
    const waited: number[] = [];
    const { turnOf } = sendPace(4, { now: () => 100, wait: async (ms) => void waited.push(ms) });
    await turnOf(claimed(100));
    expect(waited).toEqual([]);
  });
});
