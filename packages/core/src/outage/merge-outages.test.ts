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

  it("know of each destination the longer story, of two as long the first", () => {
    const [short, long] = [[attempt(1, "retry")], [attempt(1, "retry"), attempt(2, "refused")]];
    const same = [attempt(1, "gone")];
    expect(
      mergeOutages({ ...noOutage, direct: { a: long } }, { ...noOutage, direct: { a: short } }).direct,
    ).toEqual({ a: long });
    expect(
      mergeOutages({ ...noOutage, direct: { a: short } }, { ...noOutage, direct: { a: same } }).direct,
    ).toEqual({ a: short });
    const twice = [attempt(1, "retry"), attempt(2, "delivered")];
    const once = [attempt(1, "delivered")];
    expect(
      mergeOutages({ ...noOutage, direct: { a: once } }, { ...noOutage, direct: { a: twice } }).direct,
    ).toEqual({ a: twice });
  });

  it("know of a destination that only one has tried, once and in vain", () => {
    const tried = { ...noOutage, direct: { a: [attempt(1, "retry")] } };
    expect(mergeOutages(noOutage, tried).direct).toEqual(tried.direct);
    expect(mergeOutages(tried, noOutage).direct).toEqual(tried.direct);
  });

  it("change neither of the two", () => {
    const one = { ...noOutage, direct: { a: [attempt(1, "retry")] } };
    const before = structuredClone(one);
    mergeOutages(one, { ...noOutage, direct: { a: [attempt(1, "delivered")], b: [] } });
    expect(one).toEqual(before);
  });

  it("count the tries of whichever failed more", () => {
    expect(mergeOutages({ ...noOutage, tries: 4 }, { ...noOutage, tries: 2 }).tries).toBe(4);
    expect(mergeOutages({ ...noOutage, tries: 2 }, { ...noOutage, tries: 4 }).tries).toBe(4);
  });

  it("doubt a commit that either doubts, from the later time on", () => {
    const doubted = { ...noOutage, tries: 3, commit_attempted_at: 5 };
    expect(mergeOutages(noOutage, doubted)).toEqual(doubted);
    expect(mergeOutages(doubted, noOutage)).toEqual(doubted);
    expect(mergeOutages(noOutage, noOutage).commit_attempted_at).toBeNull();
    expect(mergeOutages({ ...noOutage, commit_attempted_at: 2 }, doubted).commit_attempted_at).toBe(5);
    expect(mergeOutages({ ...noOutage, commit_attempted_at: 9 }, doubted).commit_attempted_at).toBe(9);
  });

  it("are a repeat where either was judged one, but not once either was sent", () => {
    const [fresh, repeat] = [noOutage, { ...noOutage, repeats: "s1" }];
    const ofStored = { ...noOutage, repeats: null };
    const sent = { ...noOutage, event: "lead.reengaged" as const, direct: { a: [attempt(1, "retry")] } };
    for (const [one, other, judged] of [
      [fresh, fresh, {}],
      [fresh, repeat, { repeats: "s1" }],
      [fresh, ofStored, { repeats: null }],
      [repeat, ofStored, { repeats: "s1" }],
      [repeat, sent, { event: "lead.reengaged" }],
      [repeat, { ...sent, event: undefined }, {}],
      [{ ...noOutage, event: "lead.created" as const }, sent, { event: "lead.reengaged" }],
      [fresh, { ...sent, submission_number: 3 }, { event: "lead.reengaged", submission_number: 3 }],
    ] as const)
      for (const merged of [mergeOutages(one, other), mergeOutages(other, one)]) {
        const { tries: _, commit_attempted_at: __, direct: ___, ...rest } = merged;
        expect(rest).toEqual(judged);
      }
  });
});
