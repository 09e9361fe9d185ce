import type { DeadLetterKind } from "@leadrelay/contracts/dead-letter";
import { expect, it } from "vitest";
import { letterWords } from "./letter-words.ts";

it.each<[DeadLetterKind, string, string, string]>([
  [
    "delivery",
    "exhausted",
    "every attempt of the retry schedule failed",
    "mend the receiver, then replay this letter (`leadrelay dlq replay dlt_1`).",
  ],
  [
    "delivery",
    "gone",
    "gone (410), so the destination was disabled",
    "give the destination a new one and enable it, then replay this letter (`leadrelay dlq replay dlt_1`).",
  ],
  [
    "delivery",
    "lost",
    "vanished before it could say how that ended",
    "look there by the delivery id, and replay this letter (`leadrelay dlq replay dlt_1`) if it is missing.",
  ],
  ["delivery", "of a later version", "(of a later version)", "read the last error and mend its cause"],
  ["poison", "constraint", "because of its own content", "replay this letter"],
  ["invalid_message", "not_a_submission", "no message that we could read", "by hand"],
  [
    "unknown_form",
    "unknown_form",
    "a form that is not in the database",
    "(`leadrelay form create --client CLIENT --name NAME --key KEY`), then replay this letter (`leadrelay dlq replay dlt_1`); or discard it (`leadrelay dlq discard dlt_1",
  ],
  [
    "unknown_form",
    "form_deleted",
    "had been deleted",
    "`leadrelay form restore FORM`, which releases this letter",
  ],
  ["storage_unavailable", "retries_exhausted", "the database did not answer", "by itself"],
  ["spill", "queue_refuses", "refused a submission five times", "128 KB"],
])("an open %s letter (%s) says: …%s… and then: …%s…", (kind, cause, happened, next) => {
  const words = letterWords({ id: "dlt_1", kind, cause, state: "open", last_status_code: null });
  expect(words.happened).toContain(happened);
  expect(words.next).toContain(next);
});

it.each<[DeadLetterKind, "replayed" | "discarded", string]>([
  [
    "delivery",
    "replayed",
    "Nothing here: it was sent on its way again. Should it fail once more, there will be an open letter.",
  ],
  ["delivery", "discarded", "Nothing: somebody gave it up. Should that have been wrong, retry its delivery."],
  ["poison", "discarded", "Nothing: somebody gave it up."],
])("a %s letter that was %s still says what happened, and asks for nothing", (kind, state, next) => {
  const open = letterWords({ id: "dlt_1", kind, cause: "refused", state: "open", last_status_code: 404 });
  expect(letterWords({ id: "dlt_1", kind, cause: "refused", state, last_status_code: 404 })).toEqual({
    happened: open.happened,
    next,
  });
});

it("a refusal says beside it what was changed of the destination just before, and by whom", () => {
  const letter = {
    id: "dlt_1",
    kind: "delivery",
    cause: "refused",
    state: "open",
    last_status_code: 404,
    first_failed_at: Date.UTC(2026, 10, 21, 17, 49),
    last_failed_at: Date.UTC(2026, 10, 21, 17, 50),
  } as const;
  const changes = [
    { at: Date.UTC(2026, 10, 21, 17, 46), by: "owner@example.com", fields: ["url"], enabled: null },
  ];
  expect(letterWords(letter, changes).happened).toBe(
    "There is no receiver at the destination's address (HTTP 404). The destination's settings were changed 2026-11-21 17:46:00 UTC by owner@example.com (its address), 3 minutes before the first failure.",
  );
  expect(letterWords({ ...letter, state: "replayed" }, changes).happened).not.toContain("were changed");
});
