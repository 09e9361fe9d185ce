import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { Exchange } from "@leadrelay/contracts/exchange";
import type { Kept, OutgoingDelivery, OutgoingRequest, ReceivedResponse } from "@leadrelay/adapters/adapter";
import { getAdapter } from "@leadrelay/adapters/registry";
import { runSteps, type TokenStore } from "@leadrelay/adapters/steps/run-steps";
import type { AttemptResult } from "./attempt-result.ts";
import { guardedFetch } from "./guarded-fetch/guarded-fetch.ts";
import type { GuardRules } from "./guarded-fetch/judge-url.ts";
import { sendByBinding, type EmailBinding } from "./send-by-binding.ts";
import { exchangesOf } from "./exchanges/exchanges-of.ts";
import type { MadeExchange } from "./exchanges/shown-exchange.ts";
import { hiddenIn } from "./exchanges/hidden-in.ts";
import type { UnreadAnswer } from "./shapes/unread-answer.ts";
import { orElse } from "./or-else.ts";
import { redact, withoutSecrets } from "./redact.ts";
import {
  failure,
  nothingToSend,
  unanswered,
  verdictOf,
  type Unanswered,
  type Verdict,
} from "./verdict-of.ts";

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
): Promise<WatchedAttempt[]> {
  const { timed, verdict, apart, exchanges, unread } = await timedTry(attempt, dependencies);
  return [attempt.delivery, ...(attempt.beside ?? [])].map((one) => ({
    result: timed(apart.get(one.delivery_public_id) ?? verdict),
    exchanges: orElse(() => exchanges(one), []),
    ...(unread === undefined ? {} : { unread }),
  }));
}

/** What came to pass in a try. */
export interface WatchedAttempt {
  result: AttemptResult;
  /** Each request and its answer, free of the destination's secrets; none where none could be built. */
  exchanges: Exchange[];
  /** A 2xx of which its kind reads nothing, without the destination's secrets. */
  unread?: UnreadAnswer;
  /** Why its destination's mapping broke at it, so that nothing was sent. */
  broken?: string;
}

/** The same try, with what was sent and answered. */
export async function watchAttempt(
  attempt: Attempt,
  dependencies: AttemptDependencies,
): Promise<WatchedAttempt> {
  const { timed, verdict, exchanges } = await timedTry(attempt, dependencies);
  return { result: timed(verdict), exchanges: exchanges(attempt.delivery) };
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
  /** What went over the wire for one of them. */
  exchanges: (delivery: AttemptedDelivery) => Exchange[];
  unread?: UnreadAnswer;
}

async function tryOnce(
  attempt: Attempt,
  startedAt: number,
  dependencies: AttemptDependencies,
): Promise<Tried> {
  const { kept = {}, tokens = noTokens } = attempt;
  const made: MadeExchange[] = [];
  let secrets: readonly string[] = [];
  try {
    const adapter = getAdapter(attempt.kind);
    const settings = adapter.parseSettings(attempt.settings);
    secrets = adapter.secretsOf(settings);
    const sentBody = (one: AttemptedDelivery) => adapter.sentBody(settings, one);
    const exchanges = exchangesOf(made, secrets, attempt.beside === undefined ? null : sentBody);
    const delivery = { ...attempt.delivery, attempted_at: startedAt };
    const nothing = adapter.nothingToSend?.(settings, delivery) ?? null;
    if (nothing !== null) return { verdict: nothingToSend(nothing), apart: new Map(), exchanges };
    const beside = attempt.beside?.map((one) => ({ ...one, attempted_at: startedAt }));
    const run = await runSteps(adapter, settings, beside === undefined ? delivery : { ...delivery, beside }, {
      kept,
      tokens,
      clean: (said, sent) => withoutSecrets(said, sent, secrets),
      exchange: async (request, { isForToken = false }) => {
        // All requests of a try share its time: the lease that it is made under knows of no more.
        const spentMs = made.length === 0 ? 0 : dependencies.now() - startedAt;
        const one: MadeExchange = { request, response: null, isForToken };
        made.push(one);
        const exchanged = await exchange(request, attempt.timeoutMs - spentMs, dependencies);
        if ("response" in exchanged) one.response = exchanged.response;
        return exchanged;
      },
    });
    const more = run.kept === kept ? {} : { kept: run.kept };
    const phone = adapter.phoneOf?.(settings, delivery) ?? null;
    const read = (end: typeof run.end): Verdict =>
      redacted(
        "unanswered" in end
          ? { ...unanswered(end.unanswered, attempt.timeoutMs), ...more }
          : verdictOf(end.answered, end.response.status, { ...more, phone }),
        run.request,
        secrets,
      );
    const apart = new Map([...run.apart].map(([id, end]) => [id, read(end)]));
    const verdict = read(run.end);
    const response =
      "response" in run.end && adapter.believes2xx?.(settings) === true ? run.end.response : null;
    if (response === null || verdict.outcome !== "delivered") return { verdict, apart, exchanges };
    const unread = {
      status: response.status,
      body: hiddenIn(run.request, secrets)(response.body.slice(0, mostUnreadCharacters)),
    };
    return { verdict, apart, exchanges, unread };
  } catch (error) {
    const verdict = redacted(failure("refused", reasonOf(error)), made.at(-1)?.request ?? null, secrets);
    return { verdict, apart: new Map(), exchanges: exchangesOf(made, secrets, null) };
  }
}

/** Of an answer's shape the rest tells nothing. */
const mostUnreadCharacters = 8_000;

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
