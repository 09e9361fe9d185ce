import * as fc from "fast-check";
import { expect, it } from "vitest";
import { ApiProblem } from "../problems/api-problem.ts";
import { planRotation } from "./plan-rotation.ts";

const time = fc.integer({ min: 1, max: 1000 });
const key = fc.record({
  revoked_at: fc.option(time),
  expires_at: fc.option(time),
  previous_expires_at: fc.option(time),
});
const asked = fc.record({ overlap_seconds: fc.nat(3), expires_at: fc.option(time, { nil: undefined }) });

it("whatever is asked, no rotation wakes up a dead key or secret, nor ends one that was promised to work", () => {
  fc.assert(
    fc.property(key, asked, time, (before, body, now) => {
      const planned = decide(() => planRotation(before, body, now));
      const expired = before.expires_at !== null && before.expires_at <= now;
      const overlapping = before.previous_expires_at !== null && before.previous_expires_at > now;
      if (planned === "refused") return;
      expect(before.revoked_at).toBeNull();
      expect(planned.expires_at === null || planned.expires_at > now).toBe(true);
      if (planned.previous_expires_at === null) expect(expired || body.overlap_seconds === 0).toBe(true);
      else {
        expect(planned.previous_expires_at).toBe(now + body.overlap_seconds * 1000);
        expect(expired || overlapping).toBe(false);
      }
    }),
  );
});

it("a key that works can always be given a new secret at once", () => {
  fc.assert(
    fc.property(key, time, (before, now) => {
      fc.pre(before.revoked_at === null && (before.expires_at === null || before.expires_at > now));
      expect(planRotation(before, { overlap_seconds: 0 }, now)).toEqual({
        previous_expires_at: null,
        expires_at: before.expires_at,
      });
    }),
  );
});

function decide<Result>(run: () => Result): Result | "refused" {
  try {
    return run();
  } catch (error) {
    if (error instanceof ApiProblem) return "refused";
    throw error;
  }
}
