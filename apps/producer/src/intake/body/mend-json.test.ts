import * as fc from "fast-check";
import { expect, it, test } from "vitest";
import { mendJson } from "./mend-json.ts";

it.each<[string, string, unknown]>([
  ["a line end within a string", '{"a":"one\ntwo"}', { a: "one\ntwo" }],
  ["one as Windows has it", '{"a":"one\r\ntwo"}', { a: "one\r\ntwo" }],
  ["a tab within a string", '{"a":"one\ttwo"}', { a: "one\ttwo" }],
  ["a NUL within a string", '{"a":"one\0"}', { a: "one" }],
  ["a NUL behind it all, as C leaves it", '{"a":"b"}\0', { a: "b" }],
  ["a NUL between two members", '{"a":1,\0"b":2}', { a: 1, b: 2 }],
  [
    "line ends between members, which are none of a string's",
    '{\n"a":"one\ntwo",\n"b":2\n}',
    { a: "one\ntwo", b: 2 },
  ],
  ["a quotation mark that is escaped", '{"a":"say \\"one\ntwo\\""}', { a: 'say "one\ntwo"' }],
  ["a backslash that is escaped, last", '{"a":"c:\\\\","b":"one\ntwo"}', { a: "c:\\", b: "one\ntwo" }],
  ["a name with a line end", '{"a\nb":1}', { "a\nb": 1 }],
])("%s is mended", (_what, text, value) => expect(JSON.parse(mendJson(text) ?? "")).toEqual(value));

it.each(["{", '{"a":1,}', "{'a':1}", '{"a":"b"', ""])("in %j there is nothing to mend", (text) =>
  expect(mendJson(text)).toBeUndefined(),
);

test("JSON that is right is never changed in what it says", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const mended = mendJson(text);
      if (mended !== undefined) expect(mended).not.toMatch(/[^\P{Cc}\t\n\r]/u);
      else expect(JSON.parse(text)).toBeDefined();
    }),
  );
});

test("a body of nothing but quotation marks and backslashes is gone through once: this ends", () => {
  for (const unit of ['"\\', '\\"', '"', "\\", '"\n'])
    expect(mendJson(`\0${unit.repeat(180_000)}`)).toBeDefined();
});
