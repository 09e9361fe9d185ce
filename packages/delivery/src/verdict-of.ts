import type { Classification, Kept } from "@leadrelay/adapters/adapter";
import { nothingToSendWords } from "@leadrelay/core/conversions/nothing-to-send";
import { longestRetryAfterMs } from "@leadrelay/core/retry-schedule/parse-retry-after";
import type { AttemptResult } from "./attempt-result.ts";
import type { GuardedFetchResult } from "./guarded-fetch/guarded-fetch.ts";
import type { BindingResult } from "./send-by-binding.ts";

/** What a try came to, whenever it was. */
export type Verdict = Omit<AttemptResult, "started_at" | "duration_ms">;

export type Unanswered = Exclude<GuardedFetchResult | BindingResult, { kind: "response" }>;

export function unanswered(fetched: Unanswered, timeoutMs: number): Verdict {
  if (fetched.kind === "refused_url") return failure("refused", `address not allowed: ${fetched.reason}`);
  if (fetched.kind === "no_binding")
    return failure(
      "refused",
      `the consumer has no ${fetched.binding} binding: docs/destinations.md says how to add it`,
    );
  if (fetched.kind === "timeout") return failure("retry", `no answer within ${timeoutMs} ms`);
  return failure("retry", `network: ${fetched.error}`);
}

/** @param more what its steps found out, for a next try; and the number that it was sent to */
export function verdictOf(
  answered: Classification,
  status_code: number,
  { phone = null, ...more }: { kept?: Kept; phone?: string | null },
): Verdict {
  const waitMs = "waitMs" in answered ? answered.waitMs : null;
  const id = "receiverId" in answered ? (answered.receiverId ?? "").slice(0, longestId) : "";
  return {
    outcome: answered.outcome === "opted_out" ? "refused" : answered.outcome,
    status_code,
    error: "error" in answered ? answered.error : null,
    retry_after_ms: waitMs === null ? null : Math.min(Math.max(waitMs, 0), longestRetryAfterMs),
    ...(answered.outcome === "opted_out" && phone !== null ? { opted_out: phone } : {}),
    ...(id === "" ? {} : { receiver_id: id }),
    ...(answered.outcome === "delivered" ? {} : more),
  };
}

const longestId = 200;

/** @param reason in words, as they end a sentence */
export const nothingToSend = (reason: string): Verdict => ({
  ...failure("refused", `${nothingToSendWords}${reason}`),
  nothing_to_send: true,
});

export const failure = (outcome: "retry" | "refused", error: string): Verdict => ({
  outcome,
  status_code: null,
  error,
  retry_after_ms: null,
});
