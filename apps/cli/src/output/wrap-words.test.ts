import { expect, it } from "vitest";
import { wrapSentences, wrapWords } from "./wrap-words.ts";

const command = "`./leadrelay queue replay --destination dst_1 --status dead`";

it.each([
  ["a line that fits is one", "to be sent again", 20, ["to be sent again"]],
  ["lines are broken between words", "to be sent again by hand", 12, ["to be sent", "again by", "hand"]],
  [
    "a command stays whole",
    `sent again by ${command}, or not`,
    30,
    ["sent again by", `${command},`, "or not"],
  ],
  ["a command in brackets stays whole", `sent (${command}).`, 20, ["sent", `(${command}).`]],
  [
    "the API's name of a command too",
    "by `leadrelay doctor --wide`",
    12,
    ["by", "`leadrelay doctor --wide`"],
  ],
  ["another quotation is words", "by `some text here`", 12, ["by `some", "text here`"]],
  ["a word that is longer stays whole", `see ${"x".repeat(30)}`, 12, ["see", "x".repeat(30)]],
])("of sentences: %s", (_, text, width, lines) => expect(wrapSentences(text, width)).toEqual(lines));

it("of values a word that is longer keeps its beginning and its end", () => {
  const [line = ""] = wrapWords(`a${"x".repeat(30)}z`, 12);
  expect(line).toHaveLength(12);
  expect(line).toMatch(/^a.*z$/);
});
