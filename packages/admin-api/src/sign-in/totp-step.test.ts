import { describe, expect, it } from "vitest";
import { totpStep } from "./totp-step.ts";

/** RFC 6238, appendix B (SHA-1), the last six of its eight digits. */
const secret = "12345678901234567890";
const samples = [
  [59_000, "287082"],
  [1_111_111_109_000, "081804"],
  [1_111_111_111_000, "050471"],
  [1_234_567_890_000, "005924"],
  [2_000_000_000_000, "279037"],
  [20_000_000_000_000, "353130"],
] as const;

describe("the step of a code", () => {
  it.each(samples)("at %d ms is the RFC's for %s", async (at, code) => {
    const step = Math.floor(at / 30_000);
    expect(await totpStep(secret, code, at)).toBe(step);
    expect(await totpStep(secret, code, at - 30_000)).toBe(step);
    expect(await totpStep(secret, code, at + 30_000)).toBe(step);
    expect(await totpStep(secret, code, at - 60_000)).toBeUndefined();
    expect(await totpStep(secret, code, at + 60_000)).toBeUndefined();
  });

  it.each(["", "28708", "0287082", "94287082", "287083", " 287082"])("%j is of none", async (code) => {
    expect(await totpStep(secret, code, 59_000)).toBeUndefined();
  });
});
