import type { Dependencies } from "../dependencies.ts";
import { openMemoryCalls } from "./memory-calls.ts";

/**
 * Of the 15 minutes a queue's consumer has (developers.cloudflare.com/queues/platform/limits). The last send ends a minute later at
 * most; the rest is for a D1 that hangs, and to put every message on anew.
 */
const timeForSendsMs = 5 * 60_000;

/** The same, for an invocation that begins now: with a time for its sends, and calls to remember them. */
export const withTimeForSends = (dependencies: Dependencies): Dependencies => ({
  ...dependencies,
  sendDirectlyUntil: dependencies.now() + timeForSendsMs,
  memoryCalls: openMemoryCalls(),
});
