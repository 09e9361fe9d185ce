import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { Kept, OutgoingDelivery, OutgoingRequest, ReceivedResponse } from "@leadrelay/adapters/adapter";
import { getAdapter } from "@leadrelay/adapters/registry";
import { runSteps, type TokenStore } from "@leadrelay/adapters/steps/run-steps";
import type { AttemptResult } from "./attempt-result.ts";
import { guardedFetch } from "./guarded-fetch/guarded-fetch.ts";
import type { GuardRules } from "./guarded-fetch/judge-url.ts";
import { sendByBinding, type EmailBinding } from "./send-by-binding.ts";
import { redact, shownRequest, withoutSecrets } from "./redact.ts";
import { failure, unanswered, verdictOf, type Unanswered, type Verdict } from "./verdict-of.ts";

type AttemptedDelivery = Omit<OutgoingDelivery, "attempted_at" | "beside">;

export interface Attempt {
  /** The destination's adapter kind and its settings in the plain. */
  kind: string;
  settings: unknown;
  delivery: AttemptedDelivery;
  /** Others of its destination that its requests carry, where its kind takes several together. */
  beside?: readonly AttemptedDelivery[];
  /** For all of its requests together. */
  timeoutMs: number;
  /** What earlier tries of this delivery found out. */
  kept?: Kept;
  /** Where its destination's token is kept; absent: nowhere. */
  tokens?: TokenStore;
}

export interface AttemptDependencies extends GuardRules {
  fetch: typeof fetch;
  /** Cloudflare's, where the Worker has one. */
  sendEmail?: EmailBinding | null;
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

/** The same for several deliveries that one try carries: what it came to for each, in their order, the first's first. */
export async function performTogether(
  attempt: Attempt,
  dependencies: AttemptDependencies,
): Promise<AttemptResult[]> {
  const { timed, verdict, apart } = await timedTry(attempt, dependencies);
  const ids = [attempt.delivery, ...(attempt.beside ?? [])].map(
    ({ delivery_public_id }) => delivery_public_id,
  );
  return ids.map((id) => timed(apart.get(id) ?? verdict));
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
  const { timed, verdict, request, answer, secrets } = await timedTry(attempt, dependencies);
  return {
    result: timed(verdict),
    request: request && shownRequest(request, secrets),
    answer: answer && redact(answer, request, secrets),
  };
}

async function timedTry(attempt: Attempt, dependencies: AttemptDependencies) {
  const started_at = dependencies.now();
  const tried = await tryOnce(attempt, started_at, dependencies);
  const duration_ms = Math.max(0, dependencies.now() - started_at);
  return { ...tried, timed: (verdict: Verdict): AttemptResult => ({ ...verdict, started_at, duration_ms }) };
}

interface Tried {
  verdict: Verdict;
  /** Of deliveries beside each other, by id, what is another one. */
  apart: ReadonlyMap<string, Verdict>;
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
    const beside = attempt.beside?.map((one) => ({ ...one, attempted_at: startedAt }));
    const run = await runSteps(adapter, settings, beside === undefined ? delivery : { ...delivery, beside }, {
      kept,
      tokens,
      clean: (said, sent) => withoutSecrets(said, sent, secrets),
      exchange: (next) => {
        // All requests of a try share its time: the lease that it is made under knows of no more.
        const spentMs = request === null ? 0 : dependencies.now() - startedAt;
        request = next;
        return exchange(next, attempt.timeoutMs - spentMs, dependencies);
      },
    });
    const more = run.kept === kept ? {} : { kept: run.kept };
    const read = (end: typeof run.end): Verdict =>
      redacted(
        "unanswered" in end
          ? { ...unanswered(end.unanswered, attempt.timeoutMs), ...more }
          : verdictOf(end.answered, end.response.status, more),
        run.request,
        secrets,
      );
    const apart = new Map([...run.apart].map(([id, end]) => [id, read(end)]));
    const answer = "unanswered" in run.end ? null : run.end.response.body;
    return { verdict: read(run.end), apart, request, answer, secrets };
  } catch (error) {
    const verdict = redacted(failure("refused", reasonOf(error)), request, secrets);
    return { verdict, apart: new Map(), request, answer: null, secrets };
  }
}

/** A token for this one try: where nobody keeps any, as for a test. */
const noTokens: TokenStore = {
  find: async () => null,
  keep: async () => {},
  forget: async () => {},
};

async function exchange(
  request: OutgoingRequest,
  timeoutMs: number,
  dependencies: AttemptDependencies,
): Promise<{ response: ReceivedResponse } | { unanswered: Unanswered }> {
  if (timeoutMs <= 0) return { unanswered: { kind: "timeout" } };
  const { sendEmail = null, ...guarded } = dependencies;
  const fetched = await (request.binding === "send_email"
    ? sendByBinding(request, sendEmail, { now: guarded.now, timeoutMs })
    : guardedFetch(request, { ...guarded, timeoutMs }));
  return fetched.kind === "response" ? { response: fetched.response } : { unanswered: fetched };
}

const redacted = (verdict: Verdict, request: OutgoingRequest | null, secrets: readonly string[]): Verdict =>
  verdict.error === null ? verdict : { ...verdict, error: redact(verdict.error, request, secrets) };
