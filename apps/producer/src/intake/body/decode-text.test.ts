import * as fc from "fast-check";
import { expect, it, test } from "vitest";
import { b, utf8 } from "../../../test/bytes.ts";
import { decodeText } from "./decode-text.ts";
import { fromUtf16 } from "./from-utf16.ts";

it.each<[string, Uint8Array, string | undefined, string, string | null]>([
  ["UTF-8 without a label", utf8("José 山田 😀"), undefined, "José 山田 😀", null],
  ["UTF-8 by its label", utf8("José"), "utf-8", "José", null],
  ["UTF-8 with its mark", utf8("\uFEFFJosé"), undefined, "José", null],
  ["UTF-8 that a server calls Latin-1", utf8("José"), "ISO-8859-1", "José", null],
  ["UTF-8 that a server calls Shift_JIS", utf8("山田太郎"), "Shift_JIS", "山田太郎", null],
  ["UTF-8 that a server calls GBK", utf8("张伟"), "gbk", "张伟", null],
  ["ASCII by any label", utf8("Anna"), "euc-kr", "Anna", null],
  ["Latin-1", b("M\xfcller"), "ISO-8859-1", "Müller", "windows-1252"],
  ["the euro that Latin-1 has in browsers", b("5\x80"), "latin1", "5€", "windows-1252"],
  ["Cyrillic", b("\xc0\xed\xed\xe0"), "windows-1251", "Анна", "windows-1251"],
  ["Cyrillic of another kind", b("\xe1\xce\xce\xc1"), "KOI8-R", "Анна", "koi8-r"],
  ["Polish", b("\xa3ukasz"), "iso-8859-2", "Łukasz", "iso-8859-2"],
  ["Shift_JIS", b("\x8eR\x93c"), "Shift_JIS", "山田", "shift_jis"],
  ["Shift_JIS by the name Windows has for it", b("\x8eR\x93c"), "windows-31j", "山田", "shift_jis"],
  ["Japanese that is all ASCII", b("\x1b$B;3ED\x1b(B"), "ISO-2022-JP", "山田", "iso-2022-jp"],
  ["Chinese that looks like UTF-8", b("\xc5\xae"), "gb2312", "女", "gbk"],
  ["Korean", b("\xb1\xe8"), "euc-kr", "김", "euc-kr"],
  ["Traditional Chinese", b("\xb3\xaf"), "Big5", "陳", "big5"],
  ["a label in single quotes", b("\xc0\xed"), "'windows-1251'", "Ан", "windows-1251"],
  ["a label in double quotes and blanks", b("\xc0\xed"), ' "windows-1251" ', "Ан", "windows-1251"],
  ["a label that is two", b("\xc0\xed"), "windows-1251, windows-1251", "Ан", "windows-1251"],
  ["Latin-1 with a label nobody knows", b("M\xfcller"), "klingon", "Müller", "windows-1252"],
  ["Latin-1 that says it is UTF-8", b("M\xfcller"), "utf-8", "Müller", "windows-1252"],
  ["Latin-1 that says it is UTF-16", b("M\xfcller"), "utf-16", "Müller", "windows-1252"],
  ["Latin-1 that says it is Korean", b("M\xfc!"), "euc-kr", "Mü!", "windows-1252"],
  ["Latin-1 without a label", b("Jos\xe9"), undefined, "José", "windows-1252"],
  ["an empty label", b("Jos\xe9"), "", "José", "windows-1252"],
  ["emoji as Java writes them", b("a\xed\xa0\xbd\xed\xb8\x80b"), undefined, "a😀b", null],
  ["half of one", b("a\xed\xa0\xbd"), undefined, "a\uFFFD", "broken"],
  ["the other half, beside UTF-8", b("\xc3\xa9\xed\xb8\x80"), undefined, "é\uFFFD", "broken"],
  ["an accent that begins like one", b("\xed!"), undefined, "í!", "windows-1252"],
  ["UTF-8 with an emoji cut in two", b("caf\xc3\xa9 \xf0\x9f"), undefined, "café \uFFFD", "broken"],
])("%s", (_what, bytes, label, text, note) => {
  const read = decodeText(bytes, label);
  expect(read.text).toBe(text);
  if (note === null) expect(read.note).toBeUndefined();
  else expect(read.note).toContain(note);
});

test("a replacement character someone really sent is no sign of another encoding", () => {
  expect(decodeText(utf8("a\uFFFDb"), undefined)).toEqual({ text: "a\uFFFDb", note: undefined });
});

test("every character beyond the first plane is read as Java writes it", () => {
  const wtf8 = (unit: number) => [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)];
  fc.assert(
    fc.property(fc.integer({ min: 0x1_0000, max: 0x10_ffff }), (code) => {
      const text = String.fromCodePoint(code);
      const bytes = [text.charCodeAt(0), text.charCodeAt(1)].flatMap(wtf8);
      expect(decodeText(Uint8Array.from(bytes), undefined).text).toBe(text);
    }),
  );
});

test("any bytes by any label are some well-formed text, and UTF-8 is read as it was", () => {
  const label = fc.oneof(
    fc.constantFrom("gbk", "shift_jis", "big5", "utf-7", "koi8-r", "utf-16le"),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.uint8Array(), fc.string({ unit: "binary" }), label, (bytes, text, name) => {
      expect(decodeText(bytes, name).text.isWellFormed()).toBe(true);
      expect(decodeText(utf8(text), undefined).text).toBe(text.replace(/^\uFEFF/, ""));
    }),
    { numRuns: 50 },
  );
});

const utf16 = (text: string, bigEndian = false) =>
  Uint8Array.from(
    Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((unit) =>
      bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8],
    ),
  );

it.each<[string, Uint8Array, string]>([
  ["UTF-16 with its mark", utf16("\uFEFFemail=José"), "email=José"],
  ["UTF-16 with its mark, the other way round", utf16("\uFEFFemail=José", true), "email=José"],
  ["UTF-16 without a mark", utf16('{"name":"山田"}'), '{"name":"山田"}'],
  ["UTF-16 without a mark, the other way round", utf16('{"name":"山田"}', true), '{"name":"山田"}'],
  ["UTF-8 with a NUL in it", b("a\0b=c"), "a\0b=c"],
  ["a NUL first", b("\0a"), "\0a"],
  ["one byte", b("a"), "a"],
  ["nothing", b(""), ""],
])("%s is told by its first bytes", (_what, bytes, text) => {
  expect(new TextDecoder().decode(fromUtf16(bytes))).toBe(text);
});
