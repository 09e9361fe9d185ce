import { reasonOf } from "@leadrelay/contracts/reason-of";
import type {
  Adapter,
  Classification,
  OutgoingDelivery,
  OutgoingRequest,
  ReceivedResponse,
} from "@leadrelay/adapters/adapter";
import { getAdapter } from "@leadrelay/adapters/registry";
import { parseRetryAfter } from "@leadrelay/core/retry-schedule/parse-retry-after";
import type { AttemptResult } from "./attempt-result.ts";
import { guardedFetch, type GuardedFetchResult } from "./guarded-fetch/guarded-fetch.ts";
import type { GuardRules } from "./guarded-fetch/judge-url.ts";
import { redact, shownRequest, withoutSecrets } from "./redact.ts";

export interface Attempt {
  /** The destination's adapter kind and its settings in the plain. */
  kind: string;
  settings: unknown;
  delivery: OutgoingDelivery;
  timeoutMs: number;
}

export interface AttemptDependencies extends GuardRules {
  fetch: typeof fetch;
  /** Milliseconds UTC. */
  now: () => number;
}

/**
 * One HTTP try: build, guarded fetch, classify. Knows no database. Never throws: what our own side cannot build is `refused`,
 * because no retry mends it. Error texts are free of the destination's secrets.
 */
export async function performAttempt(
  attempt: Attempt,
  dependencies: AttemptDependencies,
): Promise<AttemptResult> {
  return (await watchAttempt(attempt, dependencies)).result;
}

/** What came to pass in a try, for somebody to look at: both free of the destination's secrets. */
export interface WatchedAttempt {
  result: AttemptResult;
  /** null: none could be built. */
  request: OutgoingRequest | null;
  /** The beginning of what was answered; null: nothing was. */
  answer: string | null;
}

/** The same try, with what was sent and answered. */
export async function watchAttempt(
  attempt: Attempt,
  dependencies: AttemptDependencies,
): Promise<WatchedAttempt> {
  const started_at = dependencies.now();
  const { verdict, request, answer } = await tryOnce(attempt, dependencies);
  return {
    result: { ...verdict, started_at, duration_ms: Math.max(0, dependencies.now() - started_at) },
    request: request && shownRequest(request),
    answer: answer && redact(answer, request),
  };
}

type Verdict = Omit<AttemptResult, "started_at" | "duration_ms">;

interface Tried {
  verdict: Verdict;
  request: OutgoingRequest | null;
  answer: string | null;
}

async function tryOnce(attempt: Attempt, dependencies: AttemptDependencies): Promise<Tried> {
  let request: OutgoingRequest | null = null;
  try {
    const adapter = getAdapter(attempt.kind);
    request = adapter.buildRequest(adapter.parseSettings(attempt.settings), attempt.delivery);
    const fetched = await guardedFetch(request, { ...dependencies, timeoutMs: attempt.timeoutMs });
    if (fetched.kind !== "response")
      return { verdict: unanswered(fetched, request, attempt.timeoutMs), request, answer: null };
    const verdict = verdictOf(classify(adapter, fetched.response, request), dependencies.now());
    const { status, body: answer } = fetched.response;
    const error = verdict.error === null ? null : redact(verdict.error, request);
    return { verdict: { ...verdict, status_code: status, error }, request, answer };
  } catch (error) {
    return { verdict: failure("refused", redact(reasonOf(error), request)), request, answer: null };
  }
}

/** What keeps an error's text was freed of secrets first: cut before, it might keep a part of one. A delivered lead keeps none. */
function classify(
  adapter: Adapter<unknown>,
  response: ReceivedResponse,
  request: OutgoingRequest,
): Classification {
  const asReceived = adapter.classify(response);
  if (asReceived.outcome === "delivered") return asReceived;
  return adapter.classify({ ...response, body: withoutSecrets(response.body, request) });
}

function unanswered(
  fetched: Exclude<GuardedFetchResult, { kind: "response" }>,
  request: OutgoingRequest,
  timeoutMs: number,
): Verdict {
  if (fetched.kind === "refused_url") return failure("refused", `address not allowed: ${fetched.reason}`);
  if (fetched.kind === "timeout") return failure("retry", `no answer within ${timeoutMs} ms`);
  return failure("retry", `network: ${redact(fetched.error, request)}`);
}

function verdictOf(classification: Classification, nowMs: number): Verdict {
  if (classification.outcome === "delivered")
    return { outcome: "delivered", status_code: null, error: null, retry_after_ms: null };
  const retryAfter = classification.outcome === "retry" ? classification.retryAfter : null;
  return {
    ...failure(classification.outcome, classification.error),
    retry_after_ms: parseRetryAfter(retryAfter, nowMs),
  };
}

const failure = (outcome: "retry" | "refused" | "gone", error: string): Verdict => ({
  outcome,
  status_code: null,
  error,
  retry_after_ms: null,
});
