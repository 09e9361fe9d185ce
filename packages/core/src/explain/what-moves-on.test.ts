import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import { optedOutWords } from "../reply/opted-out-words.ts";
import { expect, it } from "vitest";
import { overdueAfterMs, spokenTime, whatMovesOn, type DeliveryFacts } from "./what-moves-on.ts";

const now = Date.UTC(2026, 10, 21, 3);
const minute = 60_000;
const destination = { enabled: true, deleted: false, disabled_reason: null, health: null };
const down = { state: "down", since: now - 60 * minute, next_probe_at: now + 20_000 } as const;
const slow = { ...down, state: "slow", next_probe_at: null } as const;
const off = { ...destination, enabled: false, disabled_reason: "gone" };

const moved = { at: now - 5 * minute, by: "asha@example.com", fields: ["url"], enabled: null };

const said = (status: DeliveryStatus, given: Partial<DeliveryFacts> = {}) =>
  whatMovesOn(
    {
      public_id: "dlv_1",
      destination_id: "dst_1",
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
  [
    "pending",
    { destination: { ...destination, health: down }, next_attempt_at: now - 90 * minute },
    "it has taken nothing since 2026-11-21 02:00:00 UTC, for several leads in a row. One request at a time asks whether it is back, the next in 20 seconds",
  ],
  [
    "pending",
    { destination: { ...destination, health: { ...down, next_probe_at: now } } },
    "the next within a minute; then all that waits goes out, oldest first, and none of its attempts are spent until then. Mend the receiver, or the destination's settings; `leadrelay destination test dst_1` shows what it answers now.",
  ],
  [
    "pending",
    { destination: { ...destination, health: slow }, next_attempt_at: now - 90 * minute },
    "in its turn: its receiver answers slowly since 2026-11-21 02:00:00 UTC",
  ],
  [
    "pending",
    { destination: { ...destination, health: slow }, next_attempt_at: now + minute },
    "is due in 1 minute",
  ],
  ["pending", { destination: { ...destination, health: { ...slow, state: "failing" } } }, "within a minute"],
  ["held", { destination: { ...off, health: down } }, "enable it"],
  ["in_flight", { lease_until: now + minute }, "should it not say within 1 minute"],
  ["in_flight", { lease_until: now - minute }, "was to be done 1 minute ago"],
  [
    "held",
    { destination: off },
    "disabled (its receiver answered that the address is gone, HTTP 410): give it the new address",
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
  [
    "cancelled",
    { last_error: "cancelled by a person" },
    "cancelled by a person. `leadrelay delivery retry dlv_1`",
  ],
  ["cancelled", { destination: { ...destination, deleted: true } }, "destination is deleted"],
  ["delivered", {}, "nothing"],
  ["confirmed", {}, "nothing"],
  ["skipped", {}, "had this person before"],
  ["skipped", { last_error: `${optedOutWords} (HTTP 400)` }, "Nothing: who answered STOP"],
])("%s %j: …%s…", (status, given, words) => {
  expect(said(status, given).toLowerCase()).toContain(words.toLowerCase());
});

it.each<[string, DeliveryStatus, Partial<DeliveryFacts>, string]>([
  [
    "due this moment",
    "pending",
    { next_attempt_at: now },
    "It is sent again within a minute: attempt 3 of 10 is due.",
  ],
  [
    "without a time set for it",
    "pending",
    { next_attempt_at: null, attempts: 0 },
    "It is sent within a minute: attempt 1 of 10 is due.",
  ],
  [
    "late, but no later than two minutes",
    "pending",
    { next_attempt_at: now - overdueAfterMs },
    "It is sent again within a minute: attempt 3 of 10 is due.",
  ],
  [
    "later than that",
    "pending",
    { next_attempt_at: now - overdueAfterMs - 60_000 },
    "It is overdue for 3 minutes: the sweep should have come for attempt 3 of 10. The installation's health says what does not run (`leadrelay doctor`, or /api/health).",
  ],
  ["under way", "in_flight", {}, "The worker that makes attempt 2 of 10 at this moment."],
  [
    "under way until its lease ends",
    "in_flight",
    { lease_until: now + 30_000 },
    "The worker that makes attempt 2 of 10 at this moment. Should it not say within 30 seconds, the sweep takes over.",
  ],
  [
    "under way, its lease ending this moment",
    "in_flight",
    { lease_until: now },
    "The sweep, within a minute: the worker that made attempt 2 of 10 was to be done less than a second ago and never said how it ended.",
  ],
  [
    "held by a destination that is off for a reason of a later version",
    "held",
    { destination: { ...off, disabled_reason: "moon_phase" } },
    "Its destination is disabled (moon_phase): enable it (`leadrelay destination enable dst_1`), and the sweep sends what is held within a minute, or `leadrelay delivery retry dlv_1` this one at once.",
  ],
  [
    "held by a destination that is off for no reason told",
    "held",
    { destination: { ...off, disabled_reason: null } },
    "Its destination is disabled: enable it (`leadrelay destination enable dst_1`), and the sweep sends what is held within a minute, or `leadrelay delivery retry dlv_1` this one at once.",
  ],
  [
    "held by a destination that somebody switched off",
    "held",
    {
      destination: {
        ...off,
        disabled_reason: "by_hand",
        disabled_at: now - 5 * minute,
        changes: [{ ...moved, fields: ["enabled"], enabled: false }],
      },
    },
    "Its destination is disabled (asha@example.com switched it off, since 2026-11-21 02:55:00 UTC): enable it (`leadrelay destination enable dst_1`), and the sweep sends what is held within a minute, or `leadrelay delivery retry dlv_1` this one at once.",
  ],
  [
    "dead since its destination was changed",
    "dead",
    {
      letter: {
        state: "open",
        cause: "refused",
        first_failed_at: now - minute,
        last_failed_at: now - minute,
      },
      last_status_code: 404,
      destination: { ...destination, changes: [moved] },
    },
    "Give the destination its right address, then retry it (`leadrelay delivery retry dlv_1`), or discard its dead letter. Its last answer was HTTP 404. The destination's settings were changed 2026-11-21 02:55:00 UTC by asha@example.com (its address), 4 minutes before the first failure.",
  ],
  [
    "failing since its destination was changed",
    "pending",
    {
      next_attempt_at: now + minute,
      created_at: now - 2 * minute,
      destination: { ...destination, changes: [moved] },
    },
    "It is sent again by itself: attempt 3 of 10 is due in 1 minute. The destination's settings were changed 2026-11-21 02:55:00 UTC by asha@example.com (its address), 3 minutes before the first failure.",
  ],
  [
    "not tried yet at a destination that was changed",
    "pending",
    {
      attempts: 0,
      next_attempt_at: now + minute,
      created_at: now - 2 * minute,
      destination: { ...destination, changes: [moved] },
    },
    "It is sent by itself: attempt 1 of 10 is due in 1 minute.",
  ],
  [
    "held by a destination whose receiver said that the address is gone",
    "held",
    { destination: { ...off, disabled_reason: "gone" } },
    "Its destination is disabled (its receiver answered that the address is gone, HTTP 410): give it the new address (`leadrelay destination change dst_1 --address`), then enable it (`leadrelay destination enable dst_1`), and the sweep sends what is held within a minute, or `leadrelay delivery retry dlv_1` this one at once.",
  ],
  [
    "held, its destination on again",
    "held",
    {},
    "The sweep, within a minute: its destination is enabled again. At once: `leadrelay delivery retry dlv_1`.",
  ],
  [
    "held for a destination that is deleted, though still enabled",
    "held",
    { destination: { ...destination, deleted: true } },
    "Its destination was deleted: the sweep cancels it within a minute or so.",
  ],
  [
    "cancelled, the destination gone from the database",
    "cancelled",
    { destination: null },
    "Nothing: it was cancelled, and its destination is deleted.",
  ],
  [
    "cancelled without a word",
    "cancelled",
    {},
    "Nothing by itself: it was cancelled. `leadrelay delivery retry dlv_1` sends it all the same.",
  ],
  [
    "dead for a cause of a later version",
    "dead",
    { letter: { state: "open", cause: "moon_phase" } },
    "It needs a person: read the last error and mend its cause, then retry it (`leadrelay delivery retry dlv_1`), or discard its dead letter.",
  ],
  [
    "dead without a letter, its destination deleted",
    "dead",
    { destination: null, last_status_code: 500 },
    "Nothing sends it: its destination was deleted. Discard its dead letter, if another has the lead.",
  ],
  [
    "dead at a destination that is off",
    "dead",
    { letter: { state: "open", cause: "exhausted" }, destination: off, last_status_code: 503 },
    "Every attempt of its schedule failed: mend the receiver, then retry it (`leadrelay delivery retry dlv_1`), or discard its dead letter. Its last answer was HTTP 503. The destination is disabled as well (its receiver answered that the address is gone, HTTP 410): enable it first (`leadrelay destination enable dst_1`).",
  ],
  [
    "dead because the address is gone, which says already that the destination is off",
    "dead",
    { letter: { state: "open", cause: "gone" }, destination: off },
    "The receiver said that this address is gone: give the destination a new one and enable it, then retry it (`leadrelay delivery retry dlv_1`), or discard its dead letter.",
  ],
  [
    "dead without a letter at a destination that is off",
    "dead",
    { destination: off },
    "It needs a person: read the last error and mend its cause, then retry it (`leadrelay delivery retry dlv_1`), or discard its dead letter. The destination is disabled as well (its receiver answered that the address is gone, HTTP 410): enable it first (`leadrelay destination enable dst_1`).",
  ],
  [
    "given up",
    "dead",
    { letter: { state: "discarded", cause: "gone" }, destination: off },
    "Nothing: its dead letter was discarded. Only a retry sends it: `leadrelay delivery retry dlv_1`.",
  ],
  [
    "that its receiver had",
    "skipped",
    {},
    "Nothing by itself: its receiver had this person before, and did not take the lead. To have it taken all the same, mend that at the receiver, then `leadrelay delivery retry dlv_1`.",
  ],
  [
    "that its receiver had, whose destination is deleted",
    "skipped",
    { destination: null },
    "Nothing: its receiver had this person before, and did not take the lead, and its destination is deleted.",
  ],
  ["confirmed", "confirmed", {}, "Nothing: the receiver has confirmed it."],
])("a delivery %s", (_what, status, given, sentence) => {
  expect(said(status, given)).toBe(sentence);
});

it("says of what arrived where to look if nobody sees it", () => {
  expect(said("delivered")).toContain("looks for the delivery id");
});

it("times are told to the second, in UTC", () => {
  expect(spokenTime(Date.UTC(2026, 10, 21, 3, 4, 5, 678))).toBe("2026-11-21 03:04:05 UTC");
});
