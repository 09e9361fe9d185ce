import * as fc from "fast-check";
import { expect, it, test } from "vitest";
import { cleanText, maySpoil } from "./clean-text.ts";

it.each([
  ["a NUL", "a\0b", "ab"],
  ["a bell, an escape, a backspace", "a\x07\x1b\bb", "ab"],
  ["what stands before a space in ASCII, last", "a\x1fb\x0eb", "abb"],
  ["a deletion mark", "a\x7fb", "ab"],
  ["what opens a terminal's command in one byte", "a\x9b31mb", "a31mb"],
  ["Word's line break", "one\vtwo", "one\ntwo"],
  ["a form feed", "one\ftwo", "one\ntwo"],
  ["a mainframe's line break", "one\x85two", "one\ntwo"],
  ["nothing but NULs", "\0\0", ""],
  ["tabs and line ends", "a\tb\r\nc\rd", "a\tb\r\nc\rd"],
  ["a blank that does not break, an emoji, Hindi", "a\u00a0😀 नमस्ते", "a\u00a0😀 नमस्ते"],
  ["bidi marks", "\u202a+91\u202c", "\u202a+91\u202c"],
])("%s", (_what, text, clean) => expect(cleanText(text)).toBe(clean));

test("whatever a text holds, what is left has no control character and is cleaned for good", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const clean = cleanText(text);
      expect(clean).not.toMatch(/[^\P{Cc}\t\n\r]/u);
      expect(cleanText(clean)).toBe(clean);
    }),
  );
});

test("a form that needs cleaning, or may be lines, is never taken for one that does not", () => {
  const control = fc.constantFrom("\0", "\x01", "\b", "\v", "\x1f", "\x7f", "\x80", "\x9f", "\n", "\r");
  fc.assert(
    fc.property(fc.string(), control, fc.string(), fc.boolean(), (before, odd, after, escaped) => {
      const upper = (text: string) => text.replaceAll(/%../g, (hex) => hex.toUpperCase());
      const encoded = encodeURIComponent(odd);
      expect(maySpoil(`${before}${escaped ? encoded : odd}${after}`)).toBe(true);
      expect(maySpoil(`a=${upper(encoded)}`)).toBe(true);
      expect(maySpoil(`a=${encoded.toLowerCase()}`)).toBe(true);
    }),
  );
});

it.each(["name=Asha+Rao&email=asha%40example.com&phone=%2B91", "a=caf%C3%A9&b=%E0%A4%A8", "x=%20%26%3D"])(
  "%s needs no cleaning",
  (text) => expect(maySpoil(text)).toBe(false),
);
