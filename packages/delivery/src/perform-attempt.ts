import { reasonOf } from "@leadrelay/contracts/reason-of";
import type {
  Classification,
  Kept,
  OutgoingDelivery,
  OutgoingRequest,
  ReceivedResponse,
} from "@leadrelay/adapters/adapter";
import { getAdapter } from "@leadrelay/adapters/registry";
import { runSteps, type TokenStore } from "@leadrelay/adapters/steps/run-steps";
import { longestRetryAfterMs } from "@leadrelay/core/retry-schedule/parse-retry-after";
import type { AttemptResult } from "./attempt-result.ts";
import { guardedFetch, type GuardedFetchResult } from "./guarded-fetch/guarded-fetch.ts";
import type { GuardRules } from "./guarded-fetch/judge-url.ts";
import { redact, shownRequest, withoutSecrets } from "./redact.ts";

export interface Attempt {
  /** The destination's adapter kind and its settings in the plain. */
  kind: string;
  settings: unknown;
  delivery: Omit<OutgoingDelivery, "attempted_at">;
  /** For all of its requests together. */
  timeoutMs: number;
  /** What earlier tries of this delivery found out. */
  kept?: Kept;
  /** Where its destination's token is kept; absent: nowhere. */
  tokens?: TokenStore;
}

export interface AttemptDependencies extends GuardRules {
  fetch: typeof fetch;
  /** Milliseconds UTC. */
  now: () => number;
}

/**
 * One try of a delivery: build, guarded fetch, classify, step by step. Knows no database. Never throws: what our own side cannot build is `refused`,
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
  const { verdict, request, answer, secrets } = await tryOnce(attempt, started_at, dependencies);
  return {
    result: { ...verdict, started_at, duration_ms: Math.max(0, dependencies.now() - started_at) },
    request: request && shownRequest(request, secrets),
    answer: answer && redact(answer, request, secrets),
  };
}

type Verdict = Omit<AttemptResult, "started_at" | "duration_ms">;

interface Tried {
  verdict: Verdict;
  request: OutgoingRequest | null;
  answer: string | null;
  /** Of its settings: shown to nobody. */
  secrets: readonly string[];
}

async function tryOnce(
  attempt: Attempt,
  startedAt: number,
  dependencies: AttemptDependencies,
): Promise<Tried> {
  const { kept = {}, tokens = noTokens } = attempt;
  let request: OutgoingRequest | null = null;
  let secrets: readonly string[] = [];
  try {
    const adapter = getAdapter(attempt.kind);
    const settings = adapter.parseSettings(attempt.settings);
    secrets = adapter.secretsOf(settings);
    const delivery = { ...attempt.delivery, attempted_at: startedAt };
    const run = await runSteps(adapter, settings, delivery, {
      kept,
      tokens,
      clean: (answer, sent) => withoutSecrets(answer, sent, secrets),
      exchange: (next) => {
        // All requests of a try share its time: the lease that it is made under knows of no more.
        const spentMs = request === null ? 0 : dependencies.now() - startedAt;
        request = next;
        return exchange(next, attempt.timeoutMs - spentMs, dependencies);
      },
    });
    const more = run.kept === kept ? {} : { kept: run.kept };
    if ("unanswered" in run.end) {
      const verdict = { ...unanswered(run.end.unanswered, attempt.timeoutMs), ...more };
      return { verdict: redacted(verdict, run.request, secrets), request, answer: null, secrets };
    }
    const { answered, response } = run.end;
    const verdict = {
      ...verdictOf(answered, response.status),
      ...(answered.outcome === "delivered" ? {} : more),
    };
    return { verdict: redacted(verdict, run.request, secrets), request, answer: response.body, secrets };
  } catch (error) {
    const verdict = failure("refused", reasonOf(error));
    return { verdict: redacted(verdict, request, secrets), request, answer: null, secrets };
  }
}

/** A token for this one try: where nobody keeps any, as for a test. */
const noTokens: TokenStore = {
  find: async () => null,
  keep: async () => {},
  forget: async () => {},
};

type Unanswered = Exclude<GuardedFetchResult, { kind: "response" }>;

async function exchange(
  request: OutgoingRequest,
  timeoutMs: number,
  dependencies: AttemptDependencies,
): Promise<{ response: ReceivedResponse } | { unanswered: Unanswered }> {
  if (timeoutMs <= 0) return { unanswered: { kind: "timeout" } };
  const fetched = await guardedFetch(request, { ...dependencies, timeoutMs });
  return fetched.kind === "response" ? { response: fetched.response } : { unanswered: fetched };
}

function unanswered(fetched: Unanswered, timeoutMs: number): Verdict {
  if (fetched.kind === "refused_url") return failure("refused", `address not allowed: ${fetched.reason}`);
  if (fetched.kind === "timeout") return failure("retry", `no answer within ${timeoutMs} ms`);
  return failure("retry", `network: ${fetched.error}`);
}

function verdictOf(answered: Classification, status_code: number): Verdict {
  const told = { outcome: answered.outcome, status_code };
  const waitMs = "waitMs" in answered ? answered.waitMs : null;
  const id =
    "receiverId" in answered && answered.receiverId !== undefined
      ? answered.receiverId.slice(0, longestId)
      : "";
  return {
    ...told,
    error: "error" in answered ? answered.error : null,
    retry_after_ms: waitMs === null ? null : Math.min(Math.max(waitMs, 0), longestRetryAfterMs),
    ...(id === "" ? {} : { receiver_id: id }),
  };
}

const longestId = 200;

const redacted = (verdict: Verdict, request: OutgoingRequest | null, secrets: readonly string[]): Verdict =>
  verdict.error === null ? verdict : { ...verdict, error: redact(verdict.error, request, secrets) };

const failure = (outcome: "retry" | "refused", error: string): Verdict => ({
  outcome,
  status_code: null,
  error,
  retry_after_ms: null,
});
