import type { Classification } from "@leadrelay/adapters/adapter";
import { longestRetryAfterMs } from "@leadrelay/core/retry-schedule/parse-retry-after";
import { expect, it } from "vitest";
import { unanswered, verdictOf, type Unanswered, type Verdict } from "./verdict-of.ts";

it.each<[what: string, fetched: Unanswered, outcome: "retry" | "refused", error: string]>([
  [
    "an address that is not allowed is refused",
    { kind: "refused_url", reason: "private_address" },
    "refused",
    "address not allowed: private_address",
  ],
  [
    "a binding that is not there is refused, with where it is told how to add it",
    { kind: "no_binding", binding: "EMAIL" },
    "refused",
    "the consumer has no EMAIL binding: docs/destinations.md says how to add it",
  ],
  ["a receiver that hangs is tried again", { kind: "timeout" }, "retry", "no answer within 30 ms"],
  ["one that is not reached is tried again", { kind: "network", error: "reset" }, "retry", "network: reset"],
])("%s", (_what, fetched, outcome, error) => {
  expect(unanswered(fetched, 30)).toEqual({ outcome, status_code: null, error, retry_after_ms: null });
});

const kept = { contact: "512" };
it.each<[what: string, answered: Classification, verdict: Partial<Verdict>]>([
  ["what arrived leaves nothing for a next try", { outcome: "delivered" }, { outcome: "delivered" }],
  [
    "what arrived says under which id",
    { outcome: "delivered", receiverId: "512" },
    { outcome: "delivered", receiver_id: "512" },
  ],
  ["an empty id is none", { outcome: "delivered", receiverId: "" }, { outcome: "delivered" }],
  [
    "a long id is cut",
    { outcome: "delivered", receiverId: "i".repeat(300) },
    { outcome: "delivered", receiver_id: "i".repeat(200) },
  ],
  [
    "what failed says why, when it may come again, and keeps what its steps found out",
    { outcome: "retry", error: "busy", waitMs: 7_000 },
    { outcome: "retry", error: "busy", retry_after_ms: 7_000, kept },
  ],
  [
    "a wait in the past is none",
    { outcome: "retry", error: "busy", waitMs: -1 },
    { outcome: "retry", error: "busy", retry_after_ms: 0, kept },
  ],
  [
    "a wait without end has one",
    { outcome: "retry", error: "busy", waitMs: 1e15 },
    { outcome: "retry", error: "busy", retry_after_ms: longestRetryAfterMs, kept },
  ],
  [
    "whoever wants no messages is told by the number",
    { outcome: "opted_out", error: "STOP" },
    { outcome: "refused", error: "STOP", opted_out: "+91", kept },
  ],
  [
    "what is refused for another reason tells no number",
    { outcome: "refused", error: "bad" },
    { outcome: "refused", error: "bad", kept },
  ],
])("%s", (_what, answered, verdict) => {
  expect(verdictOf(answered, 200, { kept, phone: "+91" })).toEqual({
    status_code: 200,
    error: null,
    retry_after_ms: null,
    ...verdict,
  });
});

it("whoever wants no messages is refused without a number where none is known", () => {
  const verdict = verdictOf({ outcome: "opted_out", error: "STOP" }, 400, { phone: null });
  expect(verdict).toEqual({ outcome: "refused", status_code: 400, error: "STOP", retry_after_ms: null });
});
