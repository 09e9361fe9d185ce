import { describe, expect, it } from "vitest";
import {
  failuresUntilDown,
  isGivenUp,
  isWell,
  slowAnswerMs,
  type DestinationHealth,
} from "./destination-health.ts";
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
    [
      "that refused a lead has answered",
      null,
      [...failing(4), answer(350, { outcome: "refused" }), at(400)],
      "failing",
    ],
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
    ["of which a request was lost is failing", null, [at(0, { outcome: "lost" })], "failing"],
    [
      "that is gone, and says so late, is slow",
      null,
      [answer(0, { outcome: "gone", duration_ms: 2_000 })],
      "slow",
    ],
    ["that was asked nothing stays well", null, [at(0, { outcome: "refused", isOurs: true })], null],
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

  it("comes as soon where nothing could be asked as where it was not due", () => {
    const ours = at(0, { outcome: "refused", isOurs: true });
    expect(nextOf(down, [ours], probing)).toEqual({ wait: 5_000, in: 5_000 });
    expect(judgeHealth(down, [ours], probing)).toMatchObject({ since: down.since, suspects: down.suspects });
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

describe("a destination that refuses leads", () => {
  const no = (count: number, from = 0) =>
    Array.from({ length: count }, (_, index) => at((from + index) * 100, { outcome: "refused" }));
  const twice = answer(2_000, { outcome: "duplicate_at_receiver" });
  const ours = at(2_000, { outcome: "refused", isOurs: true });
  const refusing: DestinationHealth = {
    state: "down",
    since: now,
    suspects: [],
    refusals: ["a", "b"],
    is_refusing: true,
    failing_since: now,
    failed_at: now,
    probe_wait_ms: 60_000,
    next_probe_at: now,
  };
  type Verdict = [state: string | null, isRefusing: boolean, refusals: number];
  it.each<[what: string, DestinationHealth | null, HealthTry[], most: number | undefined, Verdict]>([
    ["goes on until the tenth in a row", null, no(9), undefined, ["failing", false, 9]],
    ["is held up at the tenth", null, no(10), undefined, ["down", true, 10]],
    ["is held up sooner where that is set", null, no(2), 2, ["down", true, 2]],
    ["is never held up where refusing is what it does", null, no(99), 0, [null, false, 0]],
    [
      "begins anew with one that it took",
      null,
      [...no(9), answer(950), ...no(1, 20)],
      undefined,
      ["failing", false, 1],
    ],
    [
      "has refused one lead, however often that is sent",
      null,
      no(12).map((one) => ({ ...one, delivery: "same" })),
      undefined,
      ["failing", false, 1],
    ],
    [
      "goes on with the count after one that it had before",
      null,
      [...no(9), twice, ...no(1, 30)],
      undefined,
      ["down", true, 10],
    ],
    ["does not count one that it had before", null, [...no(9), twice], undefined, ["failing", false, 9]],
    ["does not count what we could not build", null, [...no(9), ours], undefined, ["failing", false, 9]],
    [
      "goes on with the count after a failure",
      null,
      [...no(9), at(2_000), ...no(1, 30)],
      undefined,
      ["down", true, 10],
    ],
    [
      "and fails for five leads is down for that",
      null,
      [...no(3), ...failing(5).map((one) => ({ ...one, started_at: one.started_at + 5_000 }))],
      undefined,
      ["down", false, 3],
    ],
    ["is held up on where a probe is refused", refusing, no(1), undefined, ["down", true, 2]],
    ["is held up on where a probe fails", refusing, failing(1), undefined, ["down", true, 2]],
    ["is held up on where a probe cannot be built", refusing, [ours], undefined, ["down", true, 2]],
    ["is back where it takes a probe", refusing, [answer(0)], undefined, [null, false, 0]],
    [
      "is back where it had the probe's person before: it reads leads",
      refusing,
      [twice],
      undefined,
      [null, false, 0],
    ],
    ["answers again, where it was down for failures", down, no(1), undefined, ["failing", false, 1]],
    [
      "and answers late is slow",
      null,
      [at(0, { outcome: "refused", duration_ms: 5_000 })],
      undefined,
      ["slow", false, 1],
    ],
  ])("%s", (_what, before, tries, refusalsUntilHeld, verdict) => {
    const limit = refusalsUntilHeld === undefined ? {} : { refusalsUntilHeld };
    const health = judgeHealth(before, tries, { ...seen, ...limit });
    expect([health?.state ?? null, health?.is_refusing === true, health?.refusals?.length ?? 0]).toEqual(
      verdict,
    );
  });

  it("is asked after a minute, then half as often each time, and each quarter of an hour at least", () => {
    let health = judgeHealth(null, no(10), seen);
    const waits = [health?.probe_wait_ms];
    for (let probe = 0; probe < 5; probe += 1) {
      health = judgeHealth(health, no(1), probing);
      waits.push(health?.probe_wait_ms);
    }
    expect(waits).toEqual([60_000, 120_000, 240_000, 480_000, 900_000, 900_000]);
    expect(health?.next_probe_at).toBe(seen.nowMs + 900_000);
  });
});

describe("a destination that takes nothing for days", () => {
  const hour = 3_600_000;
  /** One try at each of these hours, the last of them judged. */
  const triedAt = (
    hours: readonly number[],
    outcomeAt: Readonly<Record<number, HealthTry["outcome"]>> = {},
  ) => {
    let health: DestinationHealth | null = null;
    for (const each of hours) {
      const one = at(each * hour, { outcome: outcomeAt[each] ?? "retry", delivery: `d${each}` });
      health = judgeHealth(health, [one], { nowMs: now + each * hour, isProbe: true });
    }
    return health !== null && isGivenUp(health, now + (hours.at(-1) ?? 0) * hour + 10);
  };
  const each = (step: number, until: number) =>
    Array.from({ length: Math.floor(until / step) + 1 }, (_, index) => index * step);
  const refused = Object.fromEntries(each(4, 120).map((one) => [one, "refused" as const]));

  it.each<
    [what: string, isGivenUp: boolean, hours: number[], outcomeAt?: Record<number, HealthTry["outcome"]>]
  >([
    ["is not given up before five days", false, each(1, 119)],
    ["is given up after five days", true, each(1, 120)],
    ["is given up though its leads are few", true, each(24, 120)],
    ["is given up for refusing all of them", true, each(4, 120), refused],
    ["is not where it took one on the fourth day", false, each(1, 120), { 96: "delivered" }],
    [
      "is not where it had one before on the fourth day",
      false,
      each(1, 120),
      { 96: "duplicate_at_receiver" },
    ],
    ["is five days after that", true, each(1, 217), { 96: "delivered" }],
    ["is not where nothing was sent there for days in between", false, [...each(1, 12), 130]],
    ["is not where too few leads failed to tell", false, [0, 40, 80, 120]],
  ])("%s", (_what, given, hours, outcomeAt) => {
    expect(triedAt(hours, outcomeAt)).toBe(given);
  });

  it("begins anew after three days without a try, and is noticed from the next hour on", () => {
    const failedAt = (hours: number) => {
      const health = { ...down, failing_since: 0, failed_at: 0 };
      return judgeHealth(health, [{ ...at(0), started_at: hours * 3_600_000 - 10 }], seen);
    };
    expect(failedAt(1)).toMatchObject({ failing_since: 0, failed_at: 3_600_000 });
  });

  it("is written down no more often than each hour", () => {
    const first = judgeHealth(null, failing(5), seen);
    const soon = judgeHealth(first, [at(30 * 60_000)], seen);
    const later = judgeHealth(soon, [at(61 * 60_000)], seen);
    expect(soon?.failed_at).toBe(first?.failed_at);
    expect(later?.failed_at).toBe(now + 61 * 60_000 + 10);
    expect(later?.failing_since).toBe(first?.failing_since);
  });
});

it.each<[what: string, health: DestinationHealth | null, isWell: boolean]>([
  ["one that answers", null, true],
  ["one that refused its last lead", { ...down, state: "failing", suspects: [], refusals: ["a"] }, true],
  ["one that failed", { ...down, state: "failing", suspects: ["a"] }, false],
  ["one that is slow", { ...down, state: "slow", suspects: [] }, false],
  ["one that is down", { ...down, suspects: [] }, false],
])("the next lead is sent at once to %s: %o, %s", (_what, health, given) => {
  expect(isWell(health)).toBe(given);
});
