import {
  countAttempt,
  forgetAttempts,
  type AttemptLimit,
  type AttemptVerdict,
} from "@leadrelay/db/sign-in/count-attempt";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { AuthSecrets } from "./auth-secrets.ts";
import { keyedHash } from "./keyed-hash.ts";

/** Every limit counts in windows of this length. */
export const attemptWindowMs = 60_000;

export interface AttemptDependencies {
  d1: D1Database;
  /** From `deriveAuthSecrets`: what is counted by is kept under a hash of the first. */
  secrets: Readonly<AuthSecrets>;
  /** Milliseconds UTC. */
  now: () => number;
  newId: () => string;
}

/** Counts a try where all isolates see it, in one D1 call. */
export async function takeAttempt(
  { key, max }: Omit<AttemptLimit, "windowMs">,
  { d1, secrets, now, newId }: AttemptDependencies,
): Promise<AttemptVerdict> {
  const at = now();
  const limit = { key: await keyedHash(secrets[0], "operation", key), max, windowMs: attemptWindowMs };
  const [verdict] = await runBatch(d1, [
    countAttempt(pipelineScope, limit, { id: newId(), now: at }),
    forgetAttempts(pipelineScope, attemptWindowMs, at),
  ]);
  return verdict;
}

/** Whole seconds for a Retry-After header, at least one. */
export const toRetryAfter = (verdict: { retryAfterMs: number }) =>
  Math.max(1, Math.ceil(verdict.retryAfterMs / 1000));
