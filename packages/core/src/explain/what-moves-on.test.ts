import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import { expect, it } from "vitest";
import { whatMovesOn, type DeliveryFacts } from "./what-moves-on.ts";

const now = Date.UTC(2026, 10, 21, 3);
const minute = 60_000;
const destination = { enabled: true, deleted: false, disabled_reason: null };
const off = { ...destination, enabled: false, disabled_reason: "gone" };

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
  ["pending", { next_attempt_at: now + minute }, "sent again by itself: attempt 3 of 10 is due in 1 minute"],
  ["pending", { next_attempt_at: now - minute }, "sent again within a minute: attempt 3 of 10 is due"],
  ["pending", { attempts: 0 }, "it is sent within a minute: attempt 1 of 10 is due"],
  ["pending", { next_attempt_at: now - 5 * minute }, "overdue for 5 minutes"],
  ["in_flight", { lease_until: now + minute }, "should it not say within 1 minute"],
  ["in_flight", { lease_until: now - minute }, "was to be done 1 minute ago"],
  [
    "held",
    { destination: off },
    "disabled (its receiver answered that the address is gone, HTTP 410): enable it",
  ],
  ["held", { destination: { ...off, disabled_reason: "by_hand" } }, "disabled (somebody switched it off)"],
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
