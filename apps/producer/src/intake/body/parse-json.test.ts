import * as fc from "fast-check";
import { expect, test } from "vitest";
import { depthLimit, fieldDataLimitBytes, jsonLimit } from "./body-limits.ts";
import { cleanText } from "./clean-text.ts";
import { utf8Length } from "./encode-utf8.ts";
import { parseJson } from "./parse-json.ts";

const parse = (text: string) => parseJson(text, utf8Length(text));

test("an object's members are the fields, nested values included, in their order", () => {
  expect(parse('{"email":"a@b.co","tags":["x",{"y":1}],"n":1.5,"ok":true,"none":null}')).toMatchObject({
    kind: "parsed",
    entries: [
      ["email", "a@b.co"],
      ["tags", ["x", { y: 1 }]],
      ["n", 1.5],
      ["ok", true],
      ["none", null],
    ],
    notes: [],
  });
});

test.each(["{", '{"a":}', "{'a':1}", '{"a":1}x', "undefined", "NaN", "\uFEFF", '{"a":"\n'])(
  "%j is refused as no JSON",
  (text) => expect(parse(text)).toMatchObject({ kind: "refused", status: 400 }),
);

test.each<[string, string, unknown[]]>([
  [
    "a list of one object is that object",
    '[{"email":"a@b.co","n":1}]',
    [
      ["email", "a@b.co"],
      ["n", 1],
    ],
  ],
  [
    "a list of names and values is a form",
    '[{"name":"email","value":"a@b.co"},{"name":"tag","value":"x"},{"name":"tag","value":["y"]}]',
    [
      ["email", "a@b.co"],
      ["tag", "x"],
      ["tag", ["y"]],
    ],
  ],
  ["one of one field is one, too", '[{"name":"email","value":"a@b.co"}]', [["email", "a@b.co"]]],
  [
    "an object called so is an object",
    '[{"name":1,"value":"x"}]',
    [
      ["name", 1],
      ["value", "x"],
    ],
  ],
  ["what is cleaned in an object is in a list", '[{"na\\u0000me":"x\\u0000"}]', [["name", "x"]]],
  [
    "a number that none of ours holds is kept in it",
    '[{"id":12345678901234567890}]',
    [["id", "12345678901234567890"]],
  ],
])("%s", (_what, text, entries) =>
  expect(parse(text)).toMatchObject({ kind: "parsed", entries, written: text }),
);

test.each<[string, string, unknown[]]>([
  [
    "a name that stands twice has both its values",
    '{"a":"x","a":""}',
    [
      ["a", "x"],
      ["a", ""],
    ],
  ],
  [
    "whatever stands between",
    '{"a":{"b":[1,{"c":"}"}]},"b" : "x:,]", "a":null}',
    [
      ["a", { b: [1, { c: "}" }] }],
      ["b", "x:,]"],
      ["a", null],
    ],
  ],
  [
    "in other letters, too",
    '{"a":1,"\\u0061":2}',
    [
      ["a", 1],
      ["a", 2],
    ],
  ],
  [
    "cleaned as any",
    '{"a":"x\\u0000","a":"y"}',
    [
      ["a", "x"],
      ["a", "y"],
    ],
  ],
  [
    "with numbers as written",
    '{"a":1e999,"a":-0}',
    [
      ["a", "1e999"],
      ["a", "-0"],
    ],
  ],
  ["one that stands twice further down is its parser's affair", '{"a":{"b":1,"b":2}}', [["a", { b: 2 }]]],
])("%s", (_what, text, entries) =>
  expect(parse(text)).toMatchObject({ kind: "parsed", entries, written: text }),
);

test.each([
  "[]",
  "[[]]",
  "[1]",
  "[null]",
  '[{"email":"a@b.co"},{"email":"b@b.co"}]',
  '[{"name":"email","value":"a@b.co"},{"email":"b@b.co"}]',
  '[{"a":1,"a":2},{}]',
  '"text"',
  "1",
  "null",
  "true",
])("%s is no object", (text) => {
  expect(parse(text)).toMatchObject({ kind: "refused", detail: expect.stringContaining("one object") });
});

test("nesting has an end, whatever its shape", () => {
  const nested = (depth: number) => `{"a":${"[".repeat(depth)}${"]".repeat(depth)}}`;
  expect(parse(nested(depthLimit - 1))).toMatchObject({ kind: "parsed" });
  expect(parse(nested(depthLimit))).toMatchObject({ kind: "refused", status: 400 });
  expect(parse(nested(60_000))).toMatchObject({ kind: "refused", status: 400 });
  expect(parse(nested(100_000))).toMatchObject({ kind: "refused", status: 413 });
});

test("nesting has the same end in a value that another of its name takes the place of", () => {
  const nested = (depth: number) => `{"a":${"[".repeat(depth)}${"]".repeat(depth)},"a":1}`;
  expect(parse(nested(20))).toMatchObject({ kind: "parsed" });
  for (const depth of [depthLimit, 60_000])
    expect(parse(nested(depth))).toMatchObject({ kind: "refused", status: 400 });
});

test("values of one name count for the limit, each", () => {
  const twice = (letters: number) =>
    `{"a":"${"\\u0939".repeat(letters)}","a":"${"\\u0939".repeat(letters)}"}`;
  expect(parse(twice(10_000))).toMatchObject({ kind: "parsed" });
  expect(parse(twice(10_930))).toMatchObject({ kind: "refused", status: 413 });
});

test.each<[string, string, unknown[]]>([
  ["a NUL in a value", '{"a":"x\\u0000y"}', [["a", "xy"]]],
  ["one in a name", '{"na\\u0000me":1}', [["name", 1]]],
  ["one deep inside", '{"a":{"b":["x\\u0000"]}}', [["a", { b: ["x"] }]]],
  ["a raw one, which is no JSON", '{"a":"x\0y"}', [["a", "xy"]]],
  ["other control characters", '{"a":"\\u0007x\x7f\\u009by"}', [["a", "xy"]]],
  ["line ends, which stay", '{"a":"one\\r\\ntwo\\t"}', [["a", "one\r\ntwo\t"]]],
  ["raw line ends, which are no JSON", '{"a":"one\ntwo"}', [["a", "one\ntwo"]]],
  ["an escaped backslash before what is no escape then", '{"a":"\\\\u0000"}', [["a", "\\u0000"]]],
  [
    "numbers and nothing, which stay what they are",
    '{"a":"\\u0000","n":1.5,"x":null}',
    [
      ["a", ""],
      ["n", 1.5],
      ["x", null],
    ],
  ],
])("%s", (_what, text, entries) => expect(parse(text)).toMatchObject({ kind: "parsed", entries, notes: [] }));

test("a number that none of ours holds is kept as it was written", () => {
  expect(parse('{"visitor_id":12345678901234567890,"budget":1e999,"n":1.50}')).toMatchObject({
    entries: [
      ["visitor_id", "12345678901234567890"],
      ["budget", "1e999"],
      ["n", 1.5],
    ],
  });
});

test("what its entries do not say all of goes along as it was written, and nothing else", () => {
  for (const text of ['{"a":1e999}', '{"a":1,"a":2}', '{"a":"\\u0007"}', '{"a":"\\ud83d"}'])
    expect(parse(text)).toMatchObject({ kind: "parsed", written: text });
  expect(parse('{"a":1.0,"b":["x\\n",{"c":null}]}')).not.toHaveProperty("written");
});

test("an object that was encoded twice is one, and a text that only begins like one is none", () => {
  expect(parse(JSON.stringify('{"email":"a@b.co"}'))).toMatchObject({ entries: [["email", "a@b.co"]] });
  for (const text of ["{", "{a}", "text"])
    expect(parse(JSON.stringify(text))).toMatchObject({ detail: expect.stringContaining("one object") });
});

test("half a surrogate pair is replaced, not refused: scripts cut emoji in two", () => {
  const body = parse('{"a":"x\\ud83d","b":{"\\udc00":["\\ud83d\\ude00"]}}');
  expect(body).toMatchObject({
    entries: [
      ["a", "x\uFFFD"],
      ["b", { "\uFFFD": ["😀"] }],
    ],
    notes: [expect.stringContaining("surrogates")],
  });
});

test("64 KB are counted in what the fields hold, not in how they were written", () => {
  const escaped = (characters: number) => `{"a":"${"\\u0939".repeat(characters)}"}`;
  expect(parse(escaped(21_000))).toMatchObject({ kind: "parsed", dataBytes: 63_002 });
  expect(parse(escaped(22_000))).toMatchObject({ kind: "refused", status: 413 });
  expect(parse(`{"a":"${"x".repeat(fieldDataLimitBytes)}"}`)).toMatchObject({ status: 413 });
});

test("a text that is longer than what any form needs is refused before it is parsed, whatever it is", () => {
  const alike = (length: number) => `{"a":"1"}`.padEnd(length, " ");
  expect(parse(alike(jsonLimit))).toMatchObject({ kind: "parsed" });
  expect(parse(alike(jsonLimit + 1))).toMatchObject({ kind: "refused", status: 413 });
  expect(parse("{".repeat(jsonLimit + 1))).toMatchObject({ kind: "refused", status: 413 });
});

test("brackets without content count too: they must not burst a message", () => {
  const brackets = (count: number) => `{"email":"a@b.co","x":[${Array(count).fill("[]").join(",")}]}`;
  expect(parse(brackets(20_000))).toMatchObject({ kind: "parsed" });
  expect(parse(brackets(100_000))).toMatchObject({ kind: "refused", status: 413 });
});

test("names of an object's own prototype are plain fields", () => {
  const body = parse('{"__proto__":{"email":"a@b.co"},"constructor":"x"}');
  expect(body).toMatchObject({ kind: "parsed" });
  expect(body.kind === "parsed" && body.entries.map(([name]) => name)).toEqual(["__proto__", "constructor"]);
});

test("200 fields are taken, one more is not", () => {
  const body = (count: number) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, "x"])));
  expect(parse(body(200))).toMatchObject({ kind: "parsed" });
  expect(parse(body(201))).toMatchObject({ kind: "refused", status: 413 });
});

test("any text is parsed or refused, never thrown at", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.json()), (text) => {
      expect(["parsed", "refused"]).toContain(parse(text).kind);
    }),
    { numRuns: 500 },
  );
});

test("what JSON says is what is kept", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue(), { minKeys: 1 }), (value) => {
      const body = parse(JSON.stringify(value));
      fc.pre(body.kind === "parsed" && cleanText(JSON.stringify(value)) === JSON.stringify(value));
      expect(body.entries).toEqual(Object.entries(JSON.parse(JSON.stringify(value)) as object));
    }),
  );
});
