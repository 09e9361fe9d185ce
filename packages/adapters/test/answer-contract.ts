import * as fc from "fast-check";
import { expect } from "vitest";
import type { Classification } from "../src/adapter.ts";
import type { Contract } from "./contract.ts";
import { received } from "./received.ts";

const passing = [408, 425, 429, 500, 501, 502, 503, 504, 599];
const final = [400, 401, 402, 403, 404, 405, 409, 413, 415, 422, 451];
const moved = [300, 301, 302, 303, 304, 307, 308];
const outcomes = ["delivered", "retry", "refused", "gone"];
const mostWords = 300;

const wordsOf = (answer: Classification) => (answer.outcome === "delivered" ? "" : answer.error);

export const answerContract: Contract = {
  "a 2xx with which the receiver takes a lead is delivered": (adapter, { takenBody }) => {
    for (const status of [200, 201, 202, 204])
      expect(adapter.classify(received(status, takenBody)), `${status}`).toEqual({ outcome: "delivered" });
  },

  "what passes by itself is tried again": (adapter) => {
    for (const status of passing)
      expect(adapter.classify(received(status, "later")), `${status}`).toMatchObject({ outcome: "retry" });
  },

  "it is tried again when the receiver says, where it says so": (adapter) => {
    for (const status of passing) {
      const said = adapter.classify(received(status, "", { "Retry-After": "12" }));
      expect(said, `${status}`).toMatchObject({ outcome: "retry", retryAfter: "12" });
      expect(adapter.classify(received(status)), `${status}`).toMatchObject({ retryAfter: null });
    }
  },

  "what no retry mends is refused": (adapter) => {
    for (const status of final)
      expect(adapter.classify(received(status, "no")), `${status}`).toMatchObject({ outcome: "refused" });
  },

  "a redirect is refused, never taken for success": (adapter) => {
    for (const status of moved)
      expect(adapter.classify(received(status, "", { location: "https://a.example/" }))).toMatchObject({
        outcome: "refused",
      });
  },

  "a 410 means that the receiver is gone": (adapter) => {
    expect(adapter.classify(received(410, "gone"))).toMatchObject({ outcome: "gone" });
  },

  "what went wrong is said with the status and the receiver's words, in short": (adapter) => {
    for (const status of [422, 503, 410]) {
      const words = wordsOf(adapter.classify(received(status, `no such list${" x".repeat(5_000)}`)));
      expect(words).toContain(String(status));
      expect(words).toContain("no such list");
      expect(words.length).toBeLessThanOrEqual(mostWords);
      expect(wordsOf(adapter.classify(received(status, "<!doctype html><p>Sorry")))).not.toContain("Sorry");
    }
  },

  "any answer is understood": (adapter) => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 999 }), fc.string(), (status, body) => {
        expect(outcomes).toContain(adapter.classify(received(status, body)).outcome);
      }),
    );
  },
};
