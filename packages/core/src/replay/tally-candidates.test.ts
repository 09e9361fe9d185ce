import { describe, expect, it } from "vitest";
import type { Judged } from "./judge-candidate.ts";
import { emptyTally, tallyCandidates } from "./tally-candidates.ts";

type Counted = Judged<{ destination_id: string | null; at: number }>;
const send = (destination_id: string | null, at: number): Counted => ({
  candidate: { destination_id, at },
  verdict: { kind: "send" },
});
const enqueue = (at: number): Counted => ({
  candidate: { destination_id: null, at },
  verdict: { kind: "enqueue" },
});
const skip = (reason: "delivered" | "erased", at: number): Counted => ({
  candidate: { destination_id: "a", at },
  verdict: { kind: "skip", reason },
});

describe("what a replay would do", () => {
  it("is nothing at first", () => {
    expect(tallyCandidates(emptyTally, [])).toEqual(emptyTally);
    expect(emptyTally).toEqual({ sends: new Map(), messages: 0, oldest: null, newest: null, skipped: {} });
  });

  it("is counted by destination, with its messages, its span, and what is left out and why", () => {
    const found = [
      send("a", 50),
      send("b", 20),
      send("a", 30),
      enqueue(70),
      enqueue(60),
      skip("delivered", 1),
      skip("erased", 99),
      skip("delivered", 100),
    ];
    expect(tallyCandidates(emptyTally, found)).toEqual({
      sends: new Map([
        ["a", 2],
        ["b", 1],
      ]),
      messages: 2,
      oldest: 20,
      newest: 70,
      skipped: { delivered: 2, erased: 1 },
    });
  });

  it("adds up page by page, and changes no page before", () => {
    const first = tallyCandidates(emptyTally, [send("a", 50), skip("erased", 1)]);
    const before = structuredClone(first);
    expect(tallyCandidates(first, [send("a", 40), enqueue(60), skip("erased", 2)])).toEqual({
      sends: new Map([["a", 2]]),
      messages: 1,
      oldest: 40,
      newest: 60,
      skipped: { erased: 2 },
    });
    expect(first).toEqual(before);
  });

  it("counts no send to a destination that nobody knows, but its time", () => {
    expect(tallyCandidates(emptyTally, [send(null, 5)])).toEqual({ ...emptyTally, oldest: 5, newest: 5 });
  });
});
