import { describe, expect, it } from "vitest";
import { failuresUntilDown, slowAnswerMs, type DestinationHealth } from "./destination-health.ts";
import { judgeHealth, type HealthTry } from "./judge-health.ts";

const now = 1_000_000;
const at = (ms: number, given: Partial<HealthTry> = {}): HealthTry => ({
  delivery: `d${ms}`,
  outcome: "retry",
  started_at: now + ms,
  duration_ms: 10,
  retry_after_ms: null,
  ...given,
});
const answer = (ms: number, given: Partial<HealthTry> = {}) => at(ms, { outcome: "delivered", ...given });
const failing = (count: number) => Array.from({ length: count }, (_, index) => at(index * 100));
const seen = { nowMs: now + 1_000, isProbe: false };
const probing = { ...seen, isProbe: true };
const down: DestinationHealth = {
  state: "down",
  since: now,
  suspects: ["a", "b", "c", "d", "e"],
  probe_wait_ms: 5_000,
  next_probe_at: now,
};

describe("a destination", () => {
  it.each<[string, DestinationHealth | null, HealthTry[], string | null]>([
    ["that answers fast is well", null, [answer(0)], null],
    ["that nothing was sent to stays as it was", down, [], "down"],
    ["that failed once is failing", null, failing(1), "failing"],
    ["that failed for four leads is failing", null, failing(4), "failing"],
    ["that failed for five leads is down", null, failing(5), "down"],
    [
      "that failed five times for one lead is failing: it may be the lead",
      null,
      failing(5).map((one) => ({ ...one, delivery: "same" })),
      "failing",
    ],
    ["that answered in between is failing", null, [...failing(4), answer(350), at(400)], "failing"],
    ["that answered last is well", null, [...failing(9), answer(900)], null],
    ["that refused a lead has answered", null, [...failing(4), answer(350, { outcome: "refused" })], null],
    ["that is gone has answered", null, [...failing(4), answer(350, { outcome: "gone" })], null],
    [
      "that had the person before has answered",
      down,
      [answer(0, { outcome: "duplicate_at_receiver" })],
      null,
    ],
    ["that takes nothing for a while is down at once", null, [at(0, { outcome: "hold" })], "down"],
    ["that takes nothing for a while stays down", down, [at(0, { outcome: "hold" })], "down"],
    ["that answers just in time is well", null, [answer(0, { duration_ms: slowAnswerMs - 1 })], null],
    ["that takes its time is slow", null, [answer(0, { duration_ms: slowAnswerMs })], "slow"],
    ["that was slow and is fast is well", { ...down, state: "slow", suspects: [] }, [answer(0)], null],
    ["that is slow and fails once stays slow", { ...down, state: "slow", suspects: [] }, failing(1), "slow"],
    ["that let a request time out is slow", null, [at(0, { duration_ms: 10_000 })], "slow"],
    [
      "that fails, and then lets a request time out, is slow",
      null,
      [at(0), at(100, { duration_ms: 1_000 })],
      "slow",
    ],
    [
      "that let five time out is down",
      null,
      failing(5).map((one) => ({ ...one, duration_ms: 10_000 })),
      "down",
    ],
    ["that was down and answers late is slow", down, [answer(0, { duration_ms: 9_000 })], "slow"],
    ["that was down and answers is well", down, [answer(0)], null],
    ["that is down and fails stays down", down, failing(1), "down"],
  ])("%s", (_, before, tries, state) => {
    expect(judgeHealth(before, tries, seen)?.state ?? null).toBe(state);
  });

  it("counts failures over several rounds, a lead once", () => {
    const one = judgeHealth(null, failing(3), seen);
    expect(one?.suspects).toEqual(["d0", "d100", "d200"]);
    const same = judgeHealth(one, failing(3), seen);
    expect(same).toEqual(one);
    expect(judgeHealth(same, [at(900), at(950)], seen)).toMatchObject({ state: "down", since: now + 960 });
  });

  it("is judged by when its tries ended, whatever order they are told in", () => {
    const late = at(0, { duration_ms: 9_000 });
    expect(judgeHealth(null, [late, answer(100)], seen)?.state).toBe("slow");
    expect(judgeHealth(null, [answer(100), late], seen)?.state).toBe("slow");
  });

  it("keeps since when it is as it is", () => {
    const slow = judgeHealth(null, [answer(0, { duration_ms: 5_000 })], seen);
    expect(judgeHealth(slow, [answer(50_000, { duration_ms: 5_000 })], seen)?.since).toBe(now + 5_000);
    expect(judgeHealth(down, failing(1), seen)?.since).toBe(now);
    expect(judgeHealth(down, [answer(0, { duration_ms: 5_000 })], seen)?.since).toBe(now + 5_000);
  });
});

describe("the next probe of a destination that is down", () => {
  const nextOf = (before: DestinationHealth | null, tries: HealthTry[], when = seen) => {
    const health = judgeHealth(before, tries, when);
    return { wait: health?.probe_wait_ms, in: (health?.next_probe_at ?? 0) - when.nowMs };
  };

  it("comes five seconds after it went down", () => {
    expect(nextOf(null, failing(failuresUntilDown))).toEqual({ wait: 5_000, in: 5_000 });
  });

  it("comes twice as late after each in vain, and at least each half minute", () => {
    const waits = [];
    let health: DestinationHealth | null = down;
    for (let probe = 0; probe < 5; probe += 1) {
      health = judgeHealth(health, [at(0)], probing);
      waits.push(health?.probe_wait_ms);
    }
    expect(waits).toEqual([10_000, 20_000, 30_000, 30_000, 30_000]);
  });

  it("is not put off further by tries that were under way when it went down", () => {
    expect(nextOf(down, failing(9))).toEqual({ wait: 5_000, in: 5_000 });
  });

  it("waits for as long as the receiver asks", () => {
    const asks = at(0, { retry_after_ms: 120_000 });
    expect(nextOf(down, [asks], probing)).toEqual({ wait: 10_000, in: 120_000 });
    expect(nextOf(null, [...failing(4), at(900, { retry_after_ms: 120_000 })])).toEqual({
      wait: 5_000,
      in: 120_000,
    });
    expect(nextOf(down, [at(0, { retry_after_ms: 86_400_000 })], probing)).toEqual({
      wait: 10_000,
      in: 600_000,
    });
    expect(nextOf(down, [at(0, { retry_after_ms: 1 })], probing)).toEqual({ wait: 10_000, in: 10_000 });
  });

  it("is none where it is not down", () => {
    expect(judgeHealth(null, failing(1), seen)).toMatchObject({ probe_wait_ms: null, next_probe_at: null });
    expect(judgeHealth(down, [answer(0, { duration_ms: 3_000 })], seen)).toMatchObject({
      probe_wait_ms: null,
      next_probe_at: null,
      suspects: [],
    });
  });
});
