import { describe, expect, it } from "vitest";
import type { Said } from "./json-shape.ts";
import { proposeRule } from "./propose-rule.ts";

const at = (path: string | null, words: string, value?: string): Said => ({
  path,
  name: "result",
  words,
  ...(value === undefined ? {} : { value }),
});
const usual = [at("result", "accepted", "Accepted")];

describe("where an answer differs from the usual one, a rule", () => {
  it.each<[what: string, said: Said[], usually: Said[], rule: string | null]>([
    [
      "is by the usual word, as it is written",
      [at("result", "queued", "queued")],
      usual,
      "--set answer_at=result --set accepted_when=Accepted",
    ],
    ["is none where it says the same", [at("result", "accepted", "ACCEPTED")], usual, null],
    ["is none where it says nothing at that place", [at("other", "queued")], usual, null],
    ["is none where the usual one is not one word", [at("result", "queued")], [at("result", "lead #")], null],
    [
      "is none where the usual word has no place",
      [at(null, "queued")],
      [at(null, "accepted", "accepted")],
      null,
    ],
    [
      "is none by a word that means something to a shell",
      [at("result", "queued")],
      [at("result", "a$b", "a$b")],
      null,
    ],
    [
      "is by the next word where the first says the same",
      [at("a", "x", "x"), at("b", "z", "z")],
      [at("a", "x", "x"), at("b", "y", "y")],
      "--set answer_at=b --set accepted_when=y",
    ],
    [
      "quotes a word with a blank",
      [at("result", "queued")],
      [at("result", "all good", "all good")],
      "--set answer_at=result --set 'accepted_when=all good'",
    ],
  ])("%s", (_what, said, usually, rule) => {
    expect(proposeRule(said, usually, undefined)).toBe(rule);
  });
});

describe("where an answer says that it did not take the lead, a rule", () => {
  it.each<[what: string, meaning: "duplicate" | "refused", said: Said, rule: string | null]>([
    [
      "is by that word at its place",
      "refused",
      at("result", "no", "No"),
      "--set answer_at=result --set refused_when=No",
    ],
    [
      "is for a duplicate by its own setting",
      "duplicate",
      at("result", "dup", "dup"),
      "--set answer_at=result --set duplicate_when=dup",
    ],
    [
      "is by a phrase where it has no place",
      "refused",
      at(null, "out of area", "out of area"),
      "--set 'refused_when=out of area'",
    ],
    [
      "is by a phrase where it is no one word",
      "refused",
      at("message", "rejected: lead #, out of area"),
      "--set refused_when=rejected",
    ],
    [
      "is by the first phrase that says something",
      "refused",
      at(null, "#: no, lead rejected"),
      "--set 'refused_when=lead rejected'",
    ],
    ["is none where no phrase does", "refused", at(null, "#: no, abc"), null],
    ["is none by words that mean something to a shell", "refused", at(null, "rejected $(reboot)"), null],
    ["is none by words that begin with a sign", "refused", at(null, "-rejected"), null],
    ["is none by a word that is longer than people type", "refused", at("result", "x", "a".repeat(61)), null],
    [
      "is by one as long as they may",
      "refused",
      at("result", "x", "a".repeat(60)),
      `--set answer_at=result --set refused_when=${"a".repeat(60)}`,
    ],
  ])("%s", (_what, meaning, said, rule) => {
    expect(proposeRule([said], usual, { meaning, said })).toBe(rule);
  });
});
