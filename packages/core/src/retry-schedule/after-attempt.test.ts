import { describe, expect, test } from "vitest";
import { afterAttempt, type EndedAttempt } from "./after-attempt.ts";

const schedule = [1000, 2000];
const ended: EndedAttempt = {
  outcome: "retry",
  number: 1,
  maxAttempts: 3,
  scheduleFrom: 0,
  retryAfterMs: null,
  endedAt: 50_000,
};
const after = (given: Partial<EndedAttempt>) => afterAttempt({ ...ended, ...given }, schedule, 0.5);

describe("afterAttempt", () => {
  test("a 2xx is the end of it", () => {
    expect(after({ outcome: "delivered" })).toEqual({ status: "delivered" });
  });

  test.each([
    [1, 51_000],
    [2, 52_000],
  ])("attempt %i waits as scheduled", (number, nextAttemptAt) => {
    expect(after({ number })).toEqual({ status: "pending", nextAttemptAt });
  });

  test("the last attempt that fails needs a person", () => {
    expect(after({ number: 3 })).toEqual({ status: "dead", cause: "exhausted" });
  });

  test("a receiver that had the person before is the end of it", () => {
    expect(after({ outcome: "duplicate_at_receiver", number: 3 })).toEqual({ status: "skipped" });
  });

  test("somebody who wants no messages, or nothing to send, is the end of it, and nobody needs to see to it", () => {
    expect(after({ outcome: "refused", isSettled: true })).toEqual({ status: "skipped" });
  });

  test("what nothing passes for is tried a quarter of an hour later, or when its receiver says, after its last attempt too", () => {
    for (const number of [1, 3, 9]) {
      expect(after({ outcome: "hold", number })).toEqual({ status: "pending", nextAttemptAt: 950_000 });
      const asked = { outcome: "hold", number, retryAfterMs: 3_600_000 } as const;
      expect(after(asked)).toEqual({ status: "pending", nextAttemptAt: 3_650_000 });
    }
  });

  test.each(["refused", "gone"] as const)("%s needs a person at once", (outcome) => {
    expect(after({ outcome })).toEqual({ status: "dead", cause: outcome });
  });

  test("a replayed delivery goes through the schedule from its start", () => {
    expect(after({ number: 4, maxAttempts: 6, scheduleFrom: 3 })).toEqual({
      status: "pending",
      nextAttemptAt: 51_000,
    });
  });

  test("an attempt of before a replay counts as its schedule's first", () => {
    expect(after({ number: 2, scheduleFrom: 3, maxAttempts: 6 })).toEqual({
      status: "pending",
      nextAttemptAt: 51_000,
    });
  });

  test("an attempt beyond the last needs a person too", () => {
    expect(after({ number: 4 })).toEqual({ status: "dead", cause: "exhausted" });
  });

  test("a 2xx at the last attempt is the end of it all the same", () => {
    expect(after({ outcome: "delivered", number: 3 })).toEqual({ status: "delivered" });
  });

  test("a receiver that asks for more time gets it", () => {
    expect(after({ retryAfterMs: 90_000 })).toEqual({ status: "pending", nextAttemptAt: 140_000 });
  });
});
