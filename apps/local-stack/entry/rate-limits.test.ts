import { expect, test, vi } from "vitest";
import { rateLimiters } from "./rate-limits.ts";

test("a key may ask as often as the limit says, each key for itself, and anew in the next period", async () => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  const { RATE } = rateLimiters({ RATE: { limit: 2, period: 10 } });
  const ask = async (key: string) => (await RATE?.limit({ key }))?.success;
  expect([await ask("a"), await ask("a"), await ask("a"), await ask("b")]).toEqual([true, true, false, true]);
  vi.advanceTimersByTime(10_000);
  expect(await ask("a")).toBe(true);
  vi.useRealTimers();
});
