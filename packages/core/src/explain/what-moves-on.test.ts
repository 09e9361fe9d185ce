import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import { expect, it } from "vitest";
import { whatMovesOn, type DeliveryFacts } from "./what-moves-on.ts";

const now = Date.UTC(2026, 10, 21, 3);
const minute = 60_000;
const destination = { enabled: true, deleted: false, disabled_reason: null };
const off = { ...destination, enabled: false, disabled_reason: "410" };

const said = (status: DeliveryStatus, given: Partial<DeliveryFacts> = {}) =>
  whatMovesOn(
    {
      status,
      attempts: 2,
      max_attempts: 10,
      next_attempt_at: null,
      lease_until: null,
      last_status_code: null,
      last_error: null,
      destination,
      letter: null,
      ...given,
    },
    now,
  );

it.each<[DeliveryStatus, Partial<DeliveryFacts>, string]>([
  ["pending", { next_attempt_at: now + minute }, "attempt 3 of 10 is due at 2026-11-21 03:01:00 UTC"],
  ["pending", { next_attempt_at: now - minute }, "within a minute: attempt 3 of 10 is due"],
  ["pending", { next_attempt_at: now - 5 * minute }, "overdue since 2026-11-21 02:55:00 UTC"],
  ["in_flight", { lease_until: now + minute }, "should it not say by 2026-11-21 03:01:00 utc"],
  ["in_flight", { lease_until: now - minute }, "the sweep, within a minute"],
  ["held", { destination: off }, "disabled (410): enable it"],
  ["held", {}, "enabled again"],
  ["held", { destination: null }, "deleted"],
  ["dead", { letter: { state: "open", cause: "exhausted" } }, "mend the receiver"],
  ["dead", { letter: { state: "open", cause: "refused" }, last_status_code: 422 }, "HTTP 422"],
  ["dead", { letter: { state: "open", cause: "gone" }, destination: off }, "give the destination a new one"],
  ["dead", { letter: { state: "open", cause: "lost" } }, "the receiver may have it"],
  ["dead", { letter: { state: "open", cause: "exhausted" }, destination: off }, "enable it first"],
  ["dead", { letter: { state: "discarded", cause: "refused" } }, "discarded"],
  ["cancelled", { last_error: "cancelled by a person" }, "cancelled by a person. Retry it"],
  ["cancelled", { destination: { ...destination, deleted: true } }, "destination is deleted"],
  ["delivered", {}, "nothing"],
  ["confirmed", {}, "nothing"],
  ["skipped", {}, "nothing"],
])("%s %j: …%s…", (status, given, words) => {
  expect(said(status, given).toLowerCase()).toContain(words.toLowerCase());
});
