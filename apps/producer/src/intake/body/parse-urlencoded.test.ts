import * as fc from "fast-check";
import { expect, it, test } from "vitest";
import { cleanText } from "./clean-text.ts";
import { utf8Length } from "./encode-utf8.ts";
import { parseUrlencoded } from "./parse-urlencoded.ts";

const parse = (text: string) => parseUrlencoded(text, { encodedBytes: utf8Length(text) });

test("a repeated name is kept as often as it came", () => {
  expect(parse("a=1&b=2&a=3&c&=4")).toMatchObject({
    entries: [
      ["a", "1"],
      ["b", "2"],
      ["a", "3"],
      ["c", ""],
      ["", "4"],
    ],
  });
});

test("broken escapes are kept as they were typed", () => {
  expect(parse("discount=100%&x=%zz&y=%4&z=a+b")).toMatchObject({
    entries: [
      ["discount", "100%"],
      ["x", "%zz"],
      ["y", "%4"],
      ["z", "a b"],
    ],
    notes: [],
  });
});

test("what an old page sends in its own encoding is read as windows-1252, with a note", () => {
  expect(parse("name=Jos%E9+M%FCller&city=K%C3%B6ln&price=5%80&x%E9=100%")).toMatchObject({
    entries: [
      ["name", "José Müller"],
      ["city", "Köln"],
      ["price", "5€"],
      ["xé", "100%"],
    ],
    notes: [expect.stringContaining("windows-1252")],
  });
});

it.each([
  ["what JavaScript's old `escape` wrote", "name=%u0410%u043D%u043D%u0430+%uD83D%uDE00", "Анна 😀"],
  ["it beside escapes of UTF-8", "name=%u0410%20%C3%A9", "А é"],
  ["a control in it", "name=a%u001bb%u0000", "ab"],
  ["half a character in it", "name=x%uD83D", "x\uFFFD"],
  ["what only begins as it", "name=%u04", "%u04"],
])("%s is read", (_what, text, value) => expect(parse(text)).toMatchObject({ entries: [["name", value]] }));

test("a replacement character someone really sent is no sign of another encoding", () => {
  expect(parse("name=%EF%BF%BD")).toMatchObject({ entries: [["name", "\uFFFD"]], notes: [] });
});

it.each<[string, string, [string, string][]]>([
  ["a NUL that came along from copy and paste", "message=a%00b", [["message", "ab"]]],
  ["a raw one", "message=a\0b", [["message", "ab"]]],
  ["one in a name", "na%00me=x", [["name", "x"]]],
  ["one in an address", "email=a%00%40b.co", [["email", "a@b.co"]]],
  ["other control characters", "a=%01%07%1Bx%7F%C2%9By", [["a", "xy"]]],
  [
    "line ends between pairs",
    "a=1&\r\nb=2\n&c=x\ny&\n",
    [
      ["a", "1"],
      ["b", "2"],
      ["c", "x\ny"],
    ],
  ],
  ["Word's line break", "a=one%0Btwo", [["a", "one\ntwo"]]],
  ["a control in a value of an old encoding", "a=%E9%00%81x", [["a", "éx"]]],
  ["line ends and tabs, which stay", "a=one%0D%0Atwo%09three", [["a", "one\r\ntwo\tthree"]]],
])("%s", (_what, text, entries) => expect(parse(text)).toMatchObject({ kind: "parsed", entries }));

test("limits count what the fields hold, not its escapes", () => {
  expect(parse(`a=${"%41".repeat(65_000)}`)).toMatchObject({ kind: "parsed", dataBytes: 65_001 });
  expect(parse(`a=${"%41".repeat(66_000)}`)).toMatchObject({ kind: "refused", status: 413 });
  expect(parse("a=&".repeat(200))).toMatchObject({ kind: "parsed" });
  expect(parse("a=&".repeat(201))).toMatchObject({ kind: "refused", status: 413 });
});

test("what a browser encodes comes back as it was typed", () => {
  const text = fc.string({ unit: "grapheme" }).filter((value) => cleanText(value) === value);
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 20 }), (entries) => {
      const body = parse(new URLSearchParams(entries).toString());
      expect(body).toMatchObject({ kind: "parsed", entries });
    }),
  );
});

test("any text is parsed or refused, and what is parsed is well-formed", () => {
  const broken = fc.string({ unit: fc.constantFrom("%", "E", "9", "f", "=", "&", "+", "ä", "0", "\0") });
  fc.assert(
    fc.property(fc.oneof(fc.string(), broken), (text) => {
      const body = parse(text);
      if (body.kind === "refused") return;
      for (const [name, value] of body.entries) expect(`${name}${String(value)}`.isWellFormed()).toBe(true);
    }),
    { numRuns: 500 },
  );
});
