import * as fc from "fast-check";
import { expect } from "vitest";
import type { Classification } from "../src/adapter.ts";
import type { Contract } from "./contract.ts";
import { answeredAt, stepsOf, tryAdapter } from "./try-adapter.ts";

const passing = [408, 425, 429, 500, 501, 502, 503, 504, 599];
const final = [400, 401, 402, 403, 404, 405, 409, 413, 415, 422, 451];
const moved = [300, 301, 302, 303, 304, 307, 308];
const outcomes = ["delivered", "duplicate_at_receiver", "retry", "hold", "opted_out", "refused", "gone"];
const mostWords = 300;

const wordsOf = (answer: Classification) => (answer.outcome === "delivered" ? "" : answer.error);

export const answerContract: Contract = {
  "a 2xx with which the receiver takes a lead is delivered": async (adapter, example) => {
    const { takenBody, takenStatuses = [200, 201, 202, 204], taken = { outcome: "delivered" } } = example;
    const last = stepsOf(adapter).at(-1);
    for (const status of takenStatuses) {
      const answers = (step: string) => (step === last ? { status, body: takenBody } : undefined);
      const { end } = await tryAdapter(adapter, example, {
        answers,
        ...(example.kept && { kept: example.kept }),
      });
      expect(end, `${status}`).toEqual(taken);
    }
  },

  "what passes by itself is tried again, at whatever step": async (adapter, example) => {
    for (const status of passing)
      for (const { step, end } of await answeredAt(adapter, example, { status, body: "later" }))
        expect(end.outcome, `${step} ${status}`).toBe(example.own?.[status] ?? "retry");
  },

  "it is tried again when the receiver says, where it says so": async (adapter, example) => {
    for (const status of passing.filter((one) => example.own?.[one] === undefined)) {
      for (const { end } of await answeredAt(adapter, example, { status, headers: { "Retry-After": "12" } }))
        expect(end, `${status}`).toMatchObject({ outcome: "retry", waitMs: 12_000 });
      for (const { end } of await answeredAt(adapter, example, { status }))
        expect(end, `${status}`).toMatchObject({ waitMs: null });
    }
  },

  "what no retry mends is refused": async (adapter, example) => {
    for (const status of final)
      for (const { step, end } of await answeredAt(adapter, example, { status, body: "no" }))
        expect(end.outcome, `${step} ${status}`).toBe(example.own?.[status] ?? "refused");
  },

  "a redirect is refused, never taken for success": async (adapter, example) => {
    for (const status of moved) {
      const answer = { status, headers: { location: "https://a.example/" } };
      for (const { end } of await answeredAt(adapter, example, answer)) expect(end.outcome).toBe("refused");
    }
  },

  "a 410 means that the receiver is gone": async (adapter, example) => {
    for (const { end } of await answeredAt(adapter, example, { status: 410, body: "gone" }))
      expect(end.outcome).toBe(example.own?.[410] ?? "gone");
  },

  "what went wrong is said with the status and the receiver's words, in short": async (adapter, example) => {
    for (const status of [422, 503, 410]) {
      const body = `no such list${" x".repeat(5_000)}`;
      for (const { end } of await answeredAt(adapter, example, { status, body })) {
        expect(wordsOf(end)).toContain(String(status));
        expect(wordsOf(end)).toContain("no such list");
        expect(wordsOf(end).length).toBeLessThanOrEqual(mostWords);
      }
      const page = { status, body: "<!doctype html><p>Sorry" };
      for (const { end } of await answeredAt(adapter, example, page))
        expect(wordsOf(end)).not.toContain("Sorry");
    }
  },

  "any answer is understood, whatever its shape": async (adapter, example) => {
    const bodies = fc.oneof(fc.string(), fc.json());
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 200, max: 599 }), bodies, async (status, body) => {
        for (const { end } of await answeredAt(adapter, example, { status, body }))
          expect(outcomes).toContain(end.outcome);
      }),
      { numRuns: 60 },
    );
  },
};
