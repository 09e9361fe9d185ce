import * as fc from "fast-check";
import { expect, it, test } from "vitest";
import { parseLines, readsAsLines } from "./parse-lines.ts";

it.each<[string, string, [string, string][]]>([
  [
    "as HTML writes them",
    "name=Anna\r\nemail=a@b.co\r\n",
    [
      ["name", "Anna"],
      ["email", "a@b.co"],
    ],
  ],
  [
    "with plain line feeds",
    "name=Anna\nemail=a@b.co\n",
    [
      ["name", "Anna"],
      ["email", "a@b.co"],
    ],
  ],
  [
    "with carriage returns",
    "name=Anna\remail=a@b.co\r",
    [
      ["name", "Anna"],
      ["email", "a@b.co"],
    ],
  ],
  [
    "without the last line end",
    "name=Anna\r\nemail=a@b.co",
    [
      ["name", "Anna"],
      ["email", "a@b.co"],
    ],
  ],
  ["of one field", "email=anna+form@b.co\r\n", [["email", "anna+form@b.co"]]],
  [
    "with an ampersand in a value",
    "firm=R&D=fun\r\nemail=a@b.co\r\n",
    [
      ["firm", "R&D=fun"],
      ["email", "a@b.co"],
    ],
  ],
  [
    "with signs that a query string escapes",
    "x=100%25+1\r\ny=a b\r\n",
    [
      ["x", "100%25+1"],
      ["y", "a b"],
    ],
  ],
  [
    "with an ampersand between words",
    "name=Anna & Bob\r\nemail=a@b.co\r\n",
    [
      ["name", "Anna & Bob"],
      ["email", "a@b.co"],
    ],
  ],
  [
    "with Unicode's own line ends in a value",
    "m=one\u2028two\u2029three\r\nemail=a@b.co\r\n",
    [
      ["m", "one\u2028two\u2029three"],
      ["email", "a@b.co"],
    ],
  ],
  [
    "with an equals sign in a value",
    "a=1=2\r\nb=c\r\n",
    [
      ["a", "1=2"],
      ["b", "c"],
    ],
  ],
  [
    "with empty values",
    "a=\r\nb=\r\n",
    [
      ["a", ""],
      ["b", ""],
    ],
  ],
  [
    "with a text of several lines",
    "m=one\r\n\r\ntwo\r\ne=a@b.co\r\n",
    [
      ["m", "one\n\ntwo"],
      ["e", "a@b.co"],
    ],
  ],
  [
    "with an address in such a text",
    "m=see\r\nhttps://x.y/?a=b\r\ne=a@b.co\r\n",
    [
      ["m", "see\nhttps://x.y/?a=b"],
      ["e", "a@b.co"],
    ],
  ],
  [
    "with names of several words",
    "Your Name=Anna\r\nYour E-mail*=a@b.co\r\n",
    [
      ["Your Name", "Anna"],
      ["Your E-mail*", "a@b.co"],
    ],
  ],
  [
    "with something before the first",
    "Hello\r\nname=Anna\r\nemail=a@b.co\r\n",
    [
      ["", "Hello"],
      ["name", "Anna"],
      ["email", "a@b.co"],
    ],
  ],
  [
    "with a repeated name",
    "a=1\r\na=2\r\n",
    [
      ["a", "1"],
      ["a", "2"],
    ],
  ],
  [
    "with a NUL",
    "a=x\0y\r\nb=z\r\n",
    [
      ["a", "xy"],
      ["b", "z"],
    ],
  ],
])("lines %s are fields", (_what, text, entries) => {
  expect(readsAsLines(text, true)).toBe(true);
  expect(parseLines(text)).toMatchObject({ kind: "parsed", entries });
});

it.each([
  ["a query string", "name=Anna&email=a%40b.co"],
  ["one with a line end behind it", "name=Anna&email=a%40b.co\r\n"],
  ["one of a single field with a line end behind it", "email=a%40b.co\r\n"],
  ["one with a line end left in a value", "email=a@b.co&message=one\ntwo"],
  ["one with a line that looks like a field in a value", "email=a@b.co&message=one\nx=y"],
  ["one whose last value is two lines", "email=a@b.co&message=hello\nx=1\n"],
  ["one with an escape and HTML's line ends", "email=a%40b.co&message=hello\r\nx=1\r\n"],
  ["one that is wrapped behind its signs", "name=Anna&\nemail=a@b.co&\nphone=98765\n"],
  ["one that is wrapped before them", "name=Anna\n&email=a@b.co\n&phone=98765\n"],
  ["one with names of several words", "Your name=Anna&Your mail=a@b.co\nx=1\n"],
  ["prose", "call me\nplease\n"],
  ["nothing", ""],
])("%s is not read as lines", (_what, text) => {
  expect([readsAsLines(text, true), readsAsLines(text, false)]).toEqual([false, false]);
});

it.each([
  ["a name and a value behind a sign", "firm=R&D=fun\r\nemail=a@b.co\r\n", false],
  ["words behind a sign", "name=Anna & Bob\r\nemail=a@b.co\r\n", true],
])("where the label does not say so, %s: are they a line's own? %s", (_what, text, isLines) => {
  expect(readsAsLines(text, false)).toBe(isLines);
});

test("201 lines are too many, and so are 70 KB", () => {
  expect(parseLines("a=b\r\n".repeat(200))).toMatchObject({ kind: "parsed" });
  expect(parseLines("a=b\r\n".repeat(201))).toMatchObject({ kind: "refused", status: 413 });
  expect(parseLines(`a=b\r\nc=${"x".repeat(70_000)}\r\n`)).toMatchObject({ kind: "refused", status: 413 });
});

test("what a browser writes comes back as it was typed", () => {
  const name = fc.stringMatching(/^[A-Za-z_][\w.-]{0,20}$/);
  const value = fc.string().map((text) => text.replaceAll(/[\r\n=]/g, "").trim());
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value), { minLength: 2, maxLength: 20 }), (entries) => {
      const text = entries.map(([key, typed]) => `${key}=${typed}\r\n`).join("");
      fc.pre(!/%[0-9a-f]{2}/i.test(text));
      expect(readsAsLines(text, true)).toBe(true);
      const read = parseLines(text);
      expect(read.kind === "parsed" && read.entries.slice(0, -1)).toEqual(entries.slice(0, -1));
    }),
  );
});
