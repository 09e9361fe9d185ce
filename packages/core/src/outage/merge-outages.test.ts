import type { DirectAttempt } from "@leadrelay/contracts/submission-message";
import { describe, expect, it } from "vitest";
import { mergeOutages } from "./merge-outages.ts";
import { noOutage } from "./outage-state.ts";

const attempt = (number: number, outcome: DirectAttempt["outcome"]): DirectAttempt => ({
  number,
  outcome,
  status_code: null,
  error: null,
  started_at: number,
  duration_ms: 1,
});

describe("two copies of a message", () => {
  it("know together of every send, and that one arrived outranks any number that did not", () => {
    const arrived = [attempt(1, "delivered")];
    const failed = [attempt(1, "retry"), attempt(2, "retry")];
    const one = { ...noOutage, direct: { a: arrived, b: [attempt(1, "retry")] } };
    const other = { ...noOutage, direct: { a: failed, b: failed, c: arrived } };
    const known = { a: arrived, b: failed, c: arrived };
    expect(mergeOutages(one, other).direct).toEqual(known);
    expect(mergeOutages(other, one).direct).toEqual(known);
  });

  it("doubt a commit that either doubts, from the later time on", () => {
    const doubted = { ...noOutage, tries: 3, commit_attempted_at: 5 };
    expect(mergeOutages(noOutage, doubted)).toEqual(doubted);
    expect(mergeOutages({ ...noOutage, commit_attempted_at: 9 }, doubted).commit_attempted_at).toBe(9);
  });
});
