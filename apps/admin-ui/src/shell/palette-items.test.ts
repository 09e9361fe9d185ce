import { expect, test } from "vitest";
import { isMeant, looksLikeContact } from "./palette-items.ts";

test.each([
  ["nothing", "", true],
  ["the beginning of a word", "dead", true],
  ["a later word", "lett", true],
  ["words in any order", "let dea", true],
  ["capitals", "DEAD", true],
  ["other words for it", "failed", true],
  ["the middle of a word", "ead", false],
  ["one word of two", "dead leads", false],
])("Dead letters by %s", (_, typed, is) =>
  expect(isMeant({ title: "Dead letters", also: "failed" }, typed)).toBe(is),
);

test.each([
  ["asha@example.com", true],
  ["98200 12345", true],
  ["+91-9820", true],
  ["9820", false],
  ["Dead letters", false],
])("%s looks like a contact: %s", (typed, is) => expect(looksLikeContact(typed)).toBe(is));
