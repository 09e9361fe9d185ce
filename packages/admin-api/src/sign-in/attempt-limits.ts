import { derivedId } from "@leadrelay/core/ids/derived-id";
import {
  countAttempt,
  forgetAttempts,
  type AttemptLimit,
  type AttemptVerdict,
} from "@leadrelay/db/sign-in/count-attempt";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";

/** Every limit counts in windows of this length. */
export const attemptWindowMs = 60_000;

/** Passwords tried for one address from however many others; a person who mistypes is through again a minute later. */
const perEmailAndMinute = 5;

export interface AttemptDependencies {
  d1: D1Database;
  /** Milliseconds UTC. */
  now: () => number;
  newId: () => string;
}

/** Counts a try where all isolates see it, in one D1 call. */
export async function takeAttempt(
  limit: Omit<AttemptLimit, "windowMs">,
  { d1, now, newId }: AttemptDependencies,
): Promise<AttemptVerdict> {
  const at = now();
  const [verdict] = await runBatch(d1, [
    countAttempt(pipelineScope, { ...limit, windowMs: attemptWindowMs }, { id: newId(), now: at }),
    forgetAttempts(pipelineScope, attemptWindowMs, at),
  ]);
  return verdict;
}

/** Counts a password tried for an e-mail address, which is kept as a hash: people also type passwords into that field. */
export const takeEmailAttempt = (email: string, dependencies: AttemptDependencies) =>
  takeAttempt(
    { key: derivedId("sign-in", email.trim().toLowerCase()), max: perEmailAndMinute },
    dependencies,
  );

/** Whole seconds for a Retry-After header, at least one. */
export const toRetryAfter = (verdict: { retryAfterMs: number }) =>
  Math.max(1, Math.ceil(verdict.retryAfterMs / 1000));
