import { vi } from "vitest";

const { setTimeout, clearTimeout } = globalThis;

/** Only what waits for something that never comes takes so long; endless loops are ended sooner. */
const tooLongMs = 15_000;

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
