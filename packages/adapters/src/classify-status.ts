import type { Classification, ReceivedResponse } from "./adapter.ts";

/** Client errors that pass by themselves: request timeout, too early, too many requests. */
const passingStatuses = new Set([408, 425, 429]);

/** What an answer means wherever a receiver has no rule of its own; adapters put theirs in front. */
export function classifyStatus(response: ReceivedResponse): Classification {
  const { status } = response;
  if (status >= 200 && status < 300) return { outcome: "delivered" };
  const error = describeResponse(response);
  if (status === 410) return { outcome: "gone", error };
  if (status >= 300 && status < 400)
    return { outcome: "refused", error: `HTTP ${status}: redirects are not followed; use the final address` };
  if (status >= 500 || passingStatuses.has(status)) return retryLater(response);
  return { outcome: "refused", error };
}

/** A retry that honours the receiver's `Retry-After`. */
export const retryLater = (response: ReceivedResponse): Classification => ({
  outcome: "retry",
  error: describeResponse(response),
  retryAfter: response.headers.get("retry-after"),
});

const excerptCharacters = 200;

/** `HTTP 400: Queue is full`: the status and the start of a plain-text or JSON answer. */
function describeResponse({ status, body }: ReceivedResponse): string {
  const text = body.replaceAll(/\s+/g, " ").trim();
  const readable = text !== "" && !text.startsWith("<");
  return readable ? `HTTP ${status}: ${text.slice(0, excerptCharacters)}` : `HTTP ${status}`;
}
