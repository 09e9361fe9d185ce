import { parseRetryAfter } from "@leadrelay/core/retry-schedule/parse-retry-after";
import type { Classification, ReceivedResponse } from "./adapter.ts";

/** Client errors that pass by themselves: request timeout, too early, too many requests. */
const passingStatuses = new Set([408, 425, 429]);

type ByStatus = Extract<Classification, { outcome: "delivered" | "retry" | "refused" | "gone" }>;

/** What an answer means wherever a receiver has no rule of its own; adapters put theirs in front. */
export function classifyStatus(response: ReceivedResponse): ByStatus {
  const { status } = response;
  if (isTaken(response)) return { outcome: "delivered" };
  if (status === 410) return { outcome: "gone", error: describeResponse(response) };
  if (status >= 300 && status < 400)
    return { outcome: "refused", error: `HTTP ${status}: redirects are not followed; use the final address` };
  if (status >= 500 || passingStatuses.has(status)) return retryLater(response);
  return refuse(response);
}

/** A 2xx. */
export const isTaken = ({ status }: ReceivedResponse): boolean => status >= 200 && status < 300;

/** A retry that honours the receiver's `Retry-After`, or the wait that its body asks for (ms). */
export const retryLater = (
  response: ReceivedResponse,
  waitMs = waitAsked(response),
): Extract<Classification, { outcome: "retry" }> => ({
  outcome: "retry",
  error: describeResponse(response),
  waitMs,
});

/** Refused in the receiver's words, or in `said` beside them: what a person should look at. */
export const refuse = (
  response: ReceivedResponse,
  said?: string,
): Extract<Classification, { outcome: "refused" }> => ({
  outcome: "refused",
  error:
    said === undefined ? describeResponse(response) : `${said} (${describeResponse(response)})`.slice(0, 300),
});

/** ms by `Retry-After`; null: it does not say. */
export const waitAsked = ({ headers, receivedAt }: ReceivedResponse): number | null =>
  parseRetryAfter(headers.get("retry-after"), receivedAt);

const excerptCharacters = 200;

/** `HTTP 400: Queue is full`: the status and the start of a plain-text or JSON answer. */
export function describeResponse({ status, body }: ReceivedResponse): string {
  const text = body.replaceAll(/\s+/g, " ").trim();
  const readable = text !== "" && !text.startsWith("<");
  return readable ? `HTTP ${status}: ${text.slice(0, excerptCharacters)}` : `HTTP ${status}`;
}
