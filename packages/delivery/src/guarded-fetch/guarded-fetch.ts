import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { OutgoingRequest, ReceivedResponse } from "@leadrelay/adapters/adapter";
import type { RefusedUrl } from "./check-url.ts";
import { judgeUrl, type GuardRules } from "./judge-url.ts";
import { readCapped } from "./read-capped.ts";

export interface GuardedFetchOptions extends GuardRules {
  fetch: typeof fetch;
  /** Milliseconds UTC. */
  now: () => number;
  /** Covers headers and body together. */
  timeoutMs: number;
}

export type GuardedFetchResult =
  | { kind: "response"; response: ReceivedResponse }
  | { kind: "refused_url"; reason: RefusedUrl }
  | { kind: "network"; error: string }
  | { kind: "timeout" };

/** Worth a retry: a name that was known when it was saved is so again once its DNS is mended. */
const unknownHost = "public DNS knows no address of the destination's host";

/** More than nearly any receiver's answer that we read; the rest is cancelled. */
const maxBodyBytes = 64 * 1024;

/**
 * One request to an address an operator typed in: checked first, redirects not followed, bounded in time and size. Never throws.
 * A 2xx is an answer once its headers are here, even if its body breaks off (`isCut`): for most kinds asking again would deliver twice.
 */
export async function guardedFetch(
  request: OutgoingRequest,
  options: GuardedFetchOptions,
): Promise<GuardedFetchResult> {
  const judged = await judgeUrl(request.url, options);
  if ("refused" in judged)
    return judged.refused === "nowhere"
      ? { kind: "network", error: unknownHost }
      : { kind: "refused_url", reason: judged.refused };
  const controller = new AbortController();
  const progress: Progress = { accepted: null };
  let timer: ReturnType<typeof setTimeout> | null = null;
  const timeout = new Promise<GuardedFetchResult>((resolve) => {
    timer = setTimeout(() => {
      resolve(progress.accepted ?? { kind: "timeout" });
      controller.abort();
    }, options.timeoutMs);
  });
  try {
    return await Promise.race([exchange(judged.url, request, options, controller.signal, progress), timeout]);
  } finally {
    clearTimeout(timer);
  }
}

interface Progress {
  /** The answer as soon as a 2xx's headers are in. */
  accepted: GuardedFetchResult | null;
}

async function exchange(
  url: URL,
  { method, headers, body, mostAnswerBytes = maxBodyBytes }: OutgoingRequest,
  { fetch: send, now }: Pick<GuardedFetchOptions, "fetch" | "now">,
  signal: AbortSignal,
  progress: Progress,
): Promise<GuardedFetchResult> {
  try {
    const response = await send(url.href, { method, headers, body, redirect: "manual", signal });
    const received = { status: response.status, headers: response.headers, body: "", receivedAt: now() };
    if (response.ok) progress.accepted = { kind: "response", response: { ...received, isCut: true } };
    const read = await readCapped(response, mostAnswerBytes, signal);
    if (read.broken !== null && !response.ok) return { kind: "network", error: read.broken };
    const whole = { ...received, body: read.text };
    return { kind: "response", response: read.broken === null ? whole : { ...whole, isCut: true } };
  } catch (error) {
    return { kind: "network", error: reasonOf(error) };
  }
}
