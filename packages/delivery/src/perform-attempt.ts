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
import type { UrlRules } from "./guarded-fetch/check-url.ts";
import { guardedFetch, type GuardedFetchResult } from "./guarded-fetch/guarded-fetch.ts";
import { redact, withoutSecrets } from "./redact.ts";

export interface Attempt {
  /** The destination's adapter kind and its settings in the plain. */
  kind: string;
  settings: unknown;
  delivery: OutgoingDelivery;
  timeoutMs: number;
}

export interface AttemptDependencies extends UrlRules {
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
  const started_at = dependencies.now();
  const verdict = await tryOnce(attempt, dependencies);
  return { ...verdict, started_at, duration_ms: Math.max(0, dependencies.now() - started_at) };
}

type Verdict = Omit<AttemptResult, "started_at" | "duration_ms">;

async function tryOnce(attempt: Attempt, dependencies: AttemptDependencies): Promise<Verdict> {
  let request: OutgoingRequest | null = null;
  try {
    const adapter = getAdapter(attempt.kind);
    request = adapter.buildRequest(adapter.parseSettings(attempt.settings), attempt.delivery);
    const fetched = await guardedFetch(request, { ...dependencies, timeoutMs: attempt.timeoutMs });
    if (fetched.kind !== "response") return unanswered(fetched, request, attempt.timeoutMs);
    const verdict = verdictOf(classify(adapter, fetched.response, request), dependencies.now());
    return {
      ...verdict,
      status_code: fetched.response.status,
      error: verdict.error === null ? null : redact(verdict.error, request),
    };
  } catch (error) {
    return failure("refused", redact(reasonOf(error), request));
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
