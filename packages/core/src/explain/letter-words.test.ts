import type { DeadLetterKind } from "@leadrelay/contracts/dead-letter";
import { expect, it } from "vitest";
import { letterWords } from "./letter-words.ts";

it.each<[DeadLetterKind, string, string]>([
  ["delivery", "exhausted", "Mend the receiver"],
  ["delivery", "gone", "new address"],
  ["delivery", "of a later version", "Read the last error"],
  ["poison", "constraint", "replay this letter"],
  ["invalid_message", "not_a_submission", "by hand"],
  ["unknown_form", "unknown_form", "Create the form"],
  ["storage_unavailable", "retries_exhausted", "by itself"],
  ["spill", "queue_refuses", "128 KB"],
])("an open %s letter (%s) says: …%s…", (kind, cause, next) => {
  expect(letterWords({ kind, cause, state: "open" }).next).toContain(next);
});

it("a settled letter asks for nothing", () => {
  for (const state of ["replayed", "discarded"] as const)
    expect(letterWords({ kind: "delivery", cause: "refused", state }).next).toMatch(/^Nothing/);
});
