import { expect, test } from "vitest";
import { noMapping } from "@leadrelay/core/fields/field-mapping";
import type { Outcome } from "../../answers/answer.ts";
import { notFound, notTaken, tooLarge, unreadable, unsupported, wrongMethod } from "../../refusal.ts";
import { emptyBody, tooManyFields, tooMuchData } from "../body/parsed-body.ts";
import { badIdempotencyKey } from "../choose-submission-id.ts";
import { reasonOfOutcome } from "./reason-of-outcome.ts";

const incorrect = (hasContact: boolean): Outcome => ({
  kind: "incorrect",
  hasContact,
  problems: [],
  entries: [],
  mapping: noMapping,
  redirectUrl: "/",
  referrer: null,
  hosted: null,
});

test.each<[string, Outcome, string | null]>([
  ["nobody to reach", incorrect(false), "no_contact"],
  ["what reaches nobody", incorrect(true), "invalid_contact"],
  ["an empty body", emptyBody, "empty_body"],
  ["a body that cannot be read", unreadable("…"), "unreadable_body"],
  ["a kind of body that nobody reads", unsupported("…"), "unsupported_body"],
  ["too much text", tooMuchData, "too_large"],
  ["too large a body", tooLarge("…"), "too_large"],
  ["too many fields", tooManyFields, "too_many_fields"],
  ["a key that is none", badIdempotencyKey, "bad_idempotency_key"],
  ["a form that nobody has", notFound("…"), null],
  ["a link that was followed", wrongMethod("…"), null],
  ["a queue and a KV that take nothing", notTaken("…"), null],
  ["a submission", { kind: "accepted", submissionId: "s", redirectUrl: "/" }, null],
])("%s is counted as that", (_what, outcome, reason) => {
  expect(reasonOfOutcome(outcome)).toBe(reason);
});
