import { expect, it } from "vitest";
import { plainText } from "./plain-text.ts";

it.each([
  ["blanks around it", " \t anna \u00a0\n", "anna"],
  ["a joiner that a messenger put in", "an\u200dna", "anna"],
  ["a mark of direction", "\u202a+91\u202c", "+91"],
  ["a variation selector", "9\ufe0f1", "91"],
  ["a soft hyphen", "an\u00adna", "anna"],
  ["a Hangul filler, which compatibility would make another", "a\uffa0b", "ab"],
  ["a byte order mark", "\ufeffanna", "anna"],
  ["an isolate and its end", "\u2066anna\u2069", "anna"],
  ["NUL and its like", "an\u0000na\u007f", "anna"],
  ["wide letters and signs", "ａｎｎａ＠ｘ．ｉｏ", "anna@x.io"],
  ["an accent apart from its letter", "u\u0308", "ü"],
  ["a line's end within", "a\nb", "a\nb"],
])("leaves nothing of %s that cannot be seen or is only written otherwise", (_, text, plain) => {
  expect(plainText(text, 300)).toBe(plain);
});

it.each([
  ["as typed", "1234", undefined],
  ["as it is read", "\ufdfa", undefined],
  ["not at all", "123", "123"],
  ["as typed, though not as it is read", "1\u200b2\u200b", undefined],
])("a text too long %s is %j", (_, text, plain) => expect(plainText(text, 3)).toBe(plain));
