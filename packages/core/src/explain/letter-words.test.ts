import type { DeadLetterKind } from "@leadrelay/contracts/dead-letter";
import { expect, it } from "vitest";
import { letterWords } from "./letter-words.ts";

it.each<[DeadLetterKind, string, string, string]>([
  ["delivery", "exhausted", "every attempt of the retry schedule failed", "Mend the receiver"],
  ["delivery", "gone", "gone (410), so the destination was disabled", "new address and enable it"],
  ["delivery", "lost", "vanished before it could say how that ended", "may have the lead"],
  ["delivery", "of a later version", "(of a later version)", "Read the last error"],
  ["poison", "constraint", "because of its own content", "replay this letter"],
  ["invalid_message", "not_a_submission", "no message that we could read", "by hand"],
  ["unknown_form", "unknown_form", "a form that is not in the database", "Create the form"],
  [
    "unknown_form",
    "form_deleted",
    "had been deleted",
    "`leadrelay form restore FORM`, which releases this letter",
  ],
  ["storage_unavailable", "retries_exhausted", "the database did not answer", "by itself"],
  ["spill", "queue_refuses", "refused a submission five times", "128 KB"],
])("an open %s letter (%s) says: …%s… and then: …%s…", (kind, cause, happened, next) => {
  const words = letterWords({ kind, cause, state: "open", last_status_code: null });
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
  const open = letterWords({ kind, cause: "refused", state: "open", last_status_code: 404 });
  expect(letterWords({ kind, cause: "refused", state, last_status_code: 404 })).toEqual({
    happened: open.happened,
    next,
  });
});
