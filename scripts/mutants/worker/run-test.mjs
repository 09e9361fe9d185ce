import { vi } from "vitest";

const { setTimeout, clearTimeout } = globalThis;

/** A pure test takes milliseconds, a property hundreds of them on a busy machine. */
export const tooLongMs = 5_000;

/** Why the test failed, or nothing. A test that hangs has failed. */
export async function runTest(run) {
  let timer;
  const hanging = new Promise((resolve) => {
    timer = setTimeout(() => resolve("The test hangs."), tooLongMs);
  });
  try {
    return await Promise.race([hanging, run().then(() => undefined)]);
  } catch (error) {
    return error instanceof Error ? error.message : `Threw ${String(error)}`;
  } finally {
    clearTimeout(timer);
    vi.useRealTimers();
    vi.restoreAllMocks();
  }
}
