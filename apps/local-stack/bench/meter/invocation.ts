import { AsyncLocalStorage } from "node:async_hooks";
import { newMeter, type Meter } from "./meter.ts";

/** A message that a handler queued. */
export interface SentMessage {
  /** The queue's binding. */
  binding: string;
  body: unknown;
  delaySeconds: number;
}

/** What is counted, and kept, of one call of a handler. */
export interface Invocation {
  meter: Meter;
  /** What it would have queued; null when that goes to the queue. */
  sent: SentMessage[] | null;
  /** How much longer each round trip to D1 takes than it does here. */
  d1DelayMs: number;
}

/** The call that the running code belongs to. Bindings are the same for all of them, as in an isolate of Cloudflare's. */
const current = new AsyncLocalStorage<Invocation>();

const uncounted: Invocation = { meter: newMeter(), sent: null, d1DelayMs: 0 };

/** The call that asks; one that nobody counts outside of all. */
export const currentInvocation = (): Invocation => current.getStore() ?? uncounted;

/** Runs a handler so that what it asks of its bindings is counted as this call's. */
export const runInvocation = <Result>(invocation: Invocation, run: () => Result): Result =>
  current.run(invocation, run);
