import { describe, expect, it } from "vitest";
import { saysRefusal } from "./says-refusal.ts";

const meaningOf = (words: string, name = "message") => saysRefusal([{ path: name, name, words }])?.meaning;

it.each([
  "duplicate",
  "duplicates",
  "duplicated",
  "dupe",
  "dup",
  "already exists",
  "already exist",
  "already in crm",
  "already registered",
  "already known",
  "already received",
  "already submitted",
  "already have it",
  "already had it",
  "already been sold",
  "already sent",
  "already sold",
  "already there",
  "is_duplicate",
  "lead-duplicate",
])("%s says that it had the person", (words) => expect(meaningOf(words)).toBe("duplicate"));

it.each([
  "reject",
  "rejects",
  "rejected",
  "rejection",
  "decline",
  "declined",
  "refuse",
  "refused",
  "denied",
  "invalid",
  "error",
  "errors",
  "fail",
  "fails",
  "failed",
  "failure",
  "failures",
  "unauthorised",
  "unauthorized",
  "forbidden",
  "exception",
  "unsold",
  "unmatched",
  "blocked",
  "suspended",
  "expired",
  "bad request",
  "not accepted",
  "not found",
  "not valid",
  "not allowed",
  "not eligible",
  "not authorised",
  "not authorized",
  "not sold",
  "not interested",
  "not saved",
  "not created",
  "not available",
  "no buyer",
  "no buyers",
  "no match",
  "no matches",
  "no coverage",
  "out of area",
  "out of quota",
  "out of budget",
  "out of credit",
  "limit reached",
  "cap exceeded",
  "quota full",
  "missing",
  "required",
])("%s says that it did not take the lead", (words) => expect(meaningOf(words)).toBe("refused"));

it.each([
  "accepted",
  "no errors",
  "no error",
  "without failures",
  "# warnings",
  "zero problems",
  "no duplicates",
  "no rejects",
  "# failure",
  "without  problem",
  "no warning",
  "without reject",
  "not a duplicate",
  "no duplicate",
  "not duplicate",
  "errorless",
  "duplication",
  "",
  "stored, no errors",
  "unfailing",
  "preinvalid",
])("%s says neither", (words) => expect(meaningOf(words)).toBeUndefined());

describe("by yes and no", () => {
  it.each<[name: string, words: string, meaning: string | undefined]>([
    ...["ok", "success", "successful", "succeeded", "accepted", "valid", "isvalid"].flatMap(
      (name): [string, string, string | undefined][] => [
        [name, "false", "refused"],
        [name, "no", "refused"],
        [name, "0", "refused"],
        [name, "true", undefined],
      ],
    ),
    ...["rejected", "refused", "declined", "failed", "failure", "error", "errors"].flatMap(
      (name): [string, string, string | undefined][] => [
        [name, "true", "refused"],
        [name, "yes", "refused"],
        [name, "1", "refused"],
        [name, "false", undefined],
      ],
    ),
    ...["duplicate", "isduplicate"].flatMap((name): [string, string, string | undefined][] => [
      [name, "true", "duplicate"],
      [name, "yes", "duplicate"],
      [name, "1", "duplicate"],
      [name, "0", undefined],
      [name, "no error", undefined],
    ]),
    ["status", "1", undefined],
  ])("%s: %s is %s", (name, words, meaning) => {
    expect(meaningOf(words, name)).toBe(meaning);
  });
});

it("a word for a duplicate counts before one that refuses, and of equals the first", () => {
  const said = ["rejected", "invalid", "duplicate"].map((words) => ({ path: null, name: "message", words }));
  expect(saysRefusal(said)).toEqual({ meaning: "duplicate", said: said[2] });
  expect(saysRefusal(said.slice(0, 2))).toEqual({ meaning: "refused", said: said[0] });
  expect(saysRefusal([])).toBeUndefined();
});
