import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { b, utf8 } from "../../../test/bytes.ts";
import { packed } from "../../../test/packed.ts";
import { readSubmitted, typed, waysToPost } from "../../../test/read-submitted.ts";
import { encodedLimitBytes } from "./body-limits.ts";

type Body = string | Uint8Array<ArrayBuffer>;
type Entries = [string, unknown][];

const form = typed("application/x-www-form-urlencoded");
const json = typed("application/json");
const text = typed("text/plain");
const ofForm = (charset: string) => typed(`application/x-www-form-urlencoded; charset=${charset}`);
const coded = (encoding: string) => ({ ...form, "content-encoding": encoding });

/** A form that cannot be packed by much. */
const noise = (length: number) =>
  `a=${Array.from({ length }, (_, index) => ((index * 7_919 + index ** 3) % 36).toString(36)).join("")}`;
const anna: Entries = [["email", "a@b.co"]];
const both: Entries = [
  ["name", "Anna"],
  ["email", "a@b.co"],
];
const part = '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na@b.co\r\n--x--\r\n';

describe("a label refuses no body that reads well", () => {
  it.each<[string, Record<string, string>, Body, Entries]>([
    ["a form as JSON", json, "email=a%40b.co", anna],
    ["a form as text", text, "email=a%40b.co", anna],
    ["a form as bytes", typed("application/octet-stream"), "email=a%40b.co", anna],
    ["a form as XML", typed("application/xml"), "email=a%40b.co", anna],
    ["a form as multipart", typed("multipart/form-data; boundary=x"), "email=a%40b.co", anna],
    ["a form as what is no type", typed("garbage"), "email=a%40b.co", anna],
    [
      "a form whose type was put on twice",
      typed("application/x-www-form-urlencoded, application/x-www-form-urlencoded"),
      "email=a%40b.co",
      anna,
    ],
    ["a form of no type", {}, utf8("email=a%40b.co"), anna],
    ["JSON as a form", form, '{"email":"a@b.co"}', anna],
    ["JSON with blanks around as a form", form, ' \n{"email":"a@b.co"}\n', anna],
    [
      "JSON with signs of a query string as a form",
      form,
      '{"email":"a@b.co","x":"1=2&3=100%25+4"}',
      [...anna, ["x", "1=2&3=100%25+4"]],
    ],
    ["JSON that was escaped as a form", form, `${encodeURIComponent('{"email":"a@b.co"}')}=`, anna],
    ["JSON that was escaped as text", text, encodeURIComponent('{"email":"a@b.co"}'), anna],
    ["JSON as text", text, '{"email":"a@b.co"}', anna],
    ["JSON encoded twice, as text", text, JSON.stringify('{"email":"a@b.co"}'), anna],
    ["JSON as bytes", typed("application/octet-stream"), '{"email":"a@b.co"}', anna],
    ["JSON as HTML", typed("text/html"), '{"email":"a@b.co"}', anna],
    ["JSON as multipart", typed("multipart/form-data"), '{"email":"a@b.co"}', anna],
    ["JSON of no type", {}, utf8('{"email":"a@b.co"}'), anna],
    ["JSON of a type of its own", typed("application/vnd.api+json"), '{"email":"a@b.co"}', anna],
    ["parts as a form", form, part, anna],
    ["parts as JSON", json, part, anna],
    ["parts as text", text, part, anna],
    ["parts without a type", {}, utf8(part), anna],
    ["parts as multipart/mixed", typed("multipart/mixed; boundary=x"), part, anna],
    ["parts without a boundary named", typed("multipart/form-data"), part, anna],
    ["lines as text", text, "name=Anna\r\nemail=a@b.co\r\n", both],
    ["lines as a form", form, "name=Anna\r\nemail=a@b.co\r\n", both],
    ["lines as JSON", json, "name=Anna\r\nemail=a@b.co\r\n", both],
    ["lines of no type", {}, utf8("name=Anna\nemail=a@b.co\n"), both],
    [
      "a form with a raw line end in a value",
      form,
      "email=a@b.co&m=hello\nx=1\n",
      [...anna, ["m", "hello\nx=1"]],
    ],
    ["a form in lines of its own", form, "name=Anna&\nemail=a%40b.co&\nx=1\n", [...both, ["x", "1"]]],
    ["such a form as text", text, "name=Anna&\nemail=a%40b.co&\nx=1\n", [...both, ["x", "1"]]],
    [
      "a form with an escape and a raw line end",
      form,
      "name=Anna&email=a%40b.co&m=one\nprice=5\n",
      [...both, ["m", "one\nprice=5"]],
    ],
    [
      "lines with a sign in them as text",
      text,
      "name=A & B\r\nemail=a@b.co\r\n",
      [["name", "A & B"], ...anna],
    ],
    ["a form whose first name begins like JSON", form, "{x}=1&email=a%40b.co", [["{x}", "1"], ...anna]],
    ["a form whose first name begins like a list", form, "[x]=1&email=a%40b.co", [["[x]", "1"], ...anna]],
    ["a form whose first name begins like a part", form, "--x=1&email=a%40b.co", [["--x", "1"], ...anna]],
  ])("%s", async (_what, headers, body, entries) => {
    for (const way of waysToPost)
      expect(await readSubmitted(body, headers, way)).toMatchObject({ kind: "parsed", entries });
  });
});

describe("a charset is believed where it can be true", () => {
  it.each<[string, Record<string, string>, Body, string]>([
    ["escapes of Latin-1", ofForm("ISO-8859-1"), "name=M%FCller", "Müller"],
    ["bytes of Latin-1", ofForm("ISO-8859-1"), b("name=M\xfcller"), "Müller"],
    ["escapes of Latin-1 that are UTF-8", ofForm("ISO-8859-1"), "name=M%C3%BCller", "Müller"],
    ["ASCII as Latin-1", ofForm("ISO-8859-1"), "name=Anna", "Anna"],
    ["Cyrillic", ofForm("windows-1251"), "name=%C0%ED%ED%E0", "Анна"],
    ["Shift_JIS", ofForm("Shift_JIS"), "name=%8ER%93c", "山田"],
    ["Shift_JIS in bytes", ofForm("Shift_JIS"), b("name=\x8eR\x93c"), "山田"],
    ["Chinese whose bytes look like UTF-8", ofForm("GB2312"), "name=%C5%AE", "女"],
    ["single quotes", ofForm("'utf-8'"), "name=M%C3%BCller", "Müller"],
    ["double quotes", ofForm('"utf-8"'), "name=M%C3%BCller", "Müller"],
    ["a label nobody knows", ofForm("klingon"), "name=M%C3%BCller", "Müller"],
    ["an empty label", ofForm(""), "name=M%C3%BCller", "Müller"],
    ["UTF-16 on what is not", ofForm("utf-16"), "name=M%C3%BCller", "Müller"],
    ["no label and bytes of Latin-1 as text", text, b("name=M\xfcller"), "Müller"],
    ["JSON in Latin-1, as PowerShell sends it", json, b('{"name":"M\xfcller"}'), "Müller"],
    [
      "JSON in Latin-1 that says so",
      typed("application/json; charset=iso-8859-1"),
      b('{"name":"M\xfcller"}'),
      "Müller",
    ],
    ["JSON in Shift_JIS", typed("application/json; charset=Shift_JIS"), b('{"name":"\x8eR\x93c"}'), "山田"],
    ["JSON in UTF-16", json, b('\xff\xfe{\0"\0n\0a\0m\0e\0"\0:\0"\0M\0\xfc\0"\0}\0'), "Mü"],
    ["JSON said to be UTF-16", typed("application/json; charset=utf-16"), '{"name":"Müller"}', "Müller"],
    ["JSON with a mark before it", json, '\uFEFF{"name":"Müller"}', "Müller"],
    ["lines in Latin-1", typed("text/plain; charset=iso-8859-1"), b("name=M\xfcller\r\nx=y\r\n"), "Müller"],
    ["_charset_, as browsers fill it in", form, "_charset_=Shift_JIS&name=%8ER%93c", "山田"],
    ["_charset_ behind what it is said of", form, "name=%8ER%93c&_charset_=Shift_JIS", "山田"],
    ["_charset_ in another letter case", form, "_CHARSET_=Shift_JIS&name=%8ER%93c", "山田"],
    ["_charset_ of bytes that look like UTF-8", form, "_charset_=gb2312&name=%C5%AE", "女"],
    ["_charset_ of ASCII that is Japanese", form, "_charset_=ISO-2022-JP&name=%1B%24B%3B3ED%1B%28B", "山田"],
    ["_charset_ against the type's own", { ...ofForm("ISO-8859-1") }, "_charset_=windows-1251&name=%C0", "А"],
    ["_charset_ in lines", text, b("_charset_=Shift_JIS\r\nname=\x8eR\x93c\r\n"), "山田"],
    ["_charset_ that is UTF-8", form, "_charset_=UTF-8&name=M%C3%BCller", "Müller"],
    ["_charset_ that a script left as it was", form, "_charset_=ISO-8859-1&name=M%C3%BCller", "Müller"],
    ["an empty _charset_", form, "_charset_=&name=M%C3%BCller", "Müller"],
    ["a _charset_ nobody knows", form, "_charset_=x&name=M%FCller", "Müller"],
  ])("%s", async (_what, headers, body, name) => {
    for (const way of waysToPost) {
      const read = await readSubmitted(body, headers, way);
      expect(read).toMatchObject({ kind: "parsed", entries: expect.arrayContaining([["name", name]]) });
    }
  });

  test("what was no UTF-8 is told in a note, what was is not", async () => {
    const noted = async (body: Body, headers: Record<string, string>) => {
      const read = await readSubmitted(body, headers);
      return read.kind === "parsed" && read.notes;
    };
    expect(await noted("name=%8ER", ofForm("Shift_JIS"))).toEqual(["not UTF-8: read as shift_jis"]);
    expect(await noted(b('{"name":"M\xfc"}'), json)).toEqual(["not UTF-8: read as windows-1252"]);
    expect(await noted(b("name=M\xfc\r\nx=y\r\n"), text)).toEqual(["not UTF-8: read as windows-1252"]);
    expect(await noted("name=%C3%BC", ofForm("ISO-8859-1"))).toEqual([]);
  });

  test("raw bytes in a script's form are read as what they seem to be", async () => {
    for (const way of ["script", "chunked"] as const)
      expect(await readSubmitted(b("email=a@b.co&name=M\xfc"), form, way)).toMatchObject({
        entries: [...anna, ["name", "Mü"]],
        notes: ["not UTF-8: read as windows-1252"],
      });
  });

  test("in a browser's, which has none, they cannot be told any more, and the lead is taken", async () => {
    expect(await readSubmitted(b("email=a@b.co&name=M\xfc"), form)).toMatchObject({
      entries: [...anna, ["name", "M\uFFFD"]],
      notes: ["broken characters were replaced"],
    });
    expect(await readSubmitted("name=a\uFFFDb", form)).toMatchObject({
      entries: [["name", "a\uFFFDb"]],
      notes: [],
    });
  });
});

describe("what is no content encoding is none", () => {
  it.each(["utf-8", "UTF-8", "identity", "Identity", "", "none", "8bit", "charset=utf-8", "base64"])(
    "%j is ignored",
    async (encoding) => {
      expect(await readSubmitted("email=a%40b.co", coded(encoding))).toMatchObject({ entries: anna });
    },
  );

  const form = "email=a%40b.co";
  it.each<[string, string, () => Promise<Body>]>([
    ["gzip", "gzip", () => packed(form, "gzip")],
    ["gzip by its old name", "X-GZIP", () => packed(form, "gzip")],
    ["gzip among other words", "utf-8, gzip", () => packed(form, "gzip")],
    ["deflate", "deflate", () => packed(form, "deflate")],
    ["gzip that says it is deflate", "deflate", () => packed(form, "gzip")],
    ["what says it is gzip and is not", "gzip", async () => form],
    ["what says it is Brotli and is not", "br", async () => form],
  ])("%s is read", async (_what, encoding, body) => {
    expect(await readSubmitted(await body(), coded(encoding))).toMatchObject({ entries: anna });
  });

  it.each<[string, string, () => Promise<Body>, number]>([
    ["Brotli", "br", async () => b("\x0b\x01\x80{}\x03"), 415],
    ["gzip that is cut off", "gzip", async () => (await packed(form, "gzip")).slice(0, 15), 400],
    ["gzip of more text than a form has", "gzip", () => packed(`a=${"x".repeat(400_000)}`, "gzip"), 413],
    ["gzip of more than a body may hold", "gzip", () => packed("x".repeat(11 * 1024 * 1024), "gzip"), 413],
    ["gzip of nothing", "gzip", () => packed("", "gzip"), 400],
    ["gzip of more than is unpacked at all", "gzip", () => packed(noise(100_000), "gzip"), 413],
  ])("%s is refused", async (_what, encoding, body, status) => {
    const headers = { ...json, "content-encoding": encoding };
    expect(await readSubmitted(await body(), headers)).toMatchObject({ kind: "refused", status });
  });
});

describe("what can be read in no way is refused, with what the label says of it", () => {
  it.each<[string, Record<string, string>, Body, number, RegExp]>([
    ["prose as text", text, "please call me", 400, /neither/],
    ["prose as JSON", json, "please call me", 400, /not valid JSON/],
    ["prose in parts", typed("multipart/form-data; boundary=x"), "please", 400, /boundary/],
    [
      "prose as Word",
      typed("application/msword"),
      "please call me",
      415,
      /application\/msword is not supported/,
    ],
    ["markup as JSON", json, '<a href="x">', 400, /not valid JSON/],
    ["markup as XML", typed("text/xml"), '<?xml version="1.0"?>', 415, /text\/xml/],
    ["JSON cut off", json, '{"email":"a@b.co', 400, /not valid JSON/],
    ["JSON cut off, as text", text, '{"email":"a@b.co', 400, /not valid JSON/],
    ["a list of two as a form", form, '[{"email":"a@b.co"},{"email":"b@b.co"}]', 400, /one submission/],
    ["nothing", form, "", 400, /empty/],
    ["blanks", json, " \n\0", 400, /empty|JSON/],
  ])("%s", async (_what, headers, body, status, reason) => {
    expect(await readSubmitted(body, headers)).toMatchObject({
      kind: "refused",
      status,
      detail: expect.stringMatching(reason),
    });
  });
});

test.each([["\0=\0"], ["\0n\0=\0a"], ["n\0=\0a\0"], ["name=An\0na&city=Ulm"]])(
  "raw NULs are read the same however a form's text came: %j",
  async (body) => {
    const declared = await readSubmitted(body, form);
    for (const way of waysToPost) expect(await readSubmitted(body, form, way)).toEqual(declared);
  },
);

test("text is read the same whether or not its length was declared", async () => {
  const near = fc.string({
    unit: fc.constantFrom(
      "=",
      "&",
      "%",
      "4",
      "0",
      "a",
      "ü",
      "\n",
      "\r",
      "{",
      "}",
      '"',
      ":",
      "-",
      " ",
      "\0",
      "+",
    ),
  });
  const kind = fc.constantFrom(form, json, text, {}, typed("multipart/form-data; boundary=a"));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: "binary" }), near), kind, async (body, headers) => {
      const declared = await readSubmitted(body, headers);
      for (const way of waysToPost) expect(await readSubmitted(body, headers, way)).toEqual(declared);
      if (declared.kind === "parsed")
        for (const [name, value] of declared.entries)
          expect(`${name}${JSON.stringify(value)}`).not.toMatch(/[^\P{Cc}\t\n\r]/u);
    }),
    { numRuns: 300 },
  );
});

test("whatever the bytes and whatever the labels, a body is read or refused", async () => {
  const word = fc.constantFrom(
    "=",
    "&",
    "%",
    "%00",
    "\r\n",
    "--x",
    "--x--",
    "{",
    "}",
    '"',
    ":",
    "\xff",
    "\0",
    "a",
    "email",
    "_charset_=gbk",
    'Content-Disposition: form-data; name="',
    ";",
    "\x1f\x8b\x08",
    "filename*=",
  );
  const body = fc.oneof(
    fc.uint8Array(),
    fc.array(word).map((words) => b(words.join(""))),
  );
  const type = fc.constantFrom(
    "application/json",
    "text/plain;charset=gbk",
    "multipart/form-data;boundary=x",
    "x",
    "application/x-www-form-urlencoded;charset=utf-7",
    "application/x-www-form-urlencoded",
  );
  const encoding = fc.constantFrom("gzip", "br", "identity", "utf-8");
  await fc.assert(
    fc.asyncProperty(body, type, encoding, async (bytes, contentType, coding) => {
      const headers = { "content-type": contentType, "content-encoding": coding };
      const read = await readSubmitted(Uint8Array.from(bytes), headers);
      if (read.kind === "refused") expect([400, 413, 415]).toContain(read.status);
      else for (const [name] of read.entries) expect(name.isWellFormed()).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("a body that says less than it is, or nothing sensible, is read by what it is", async () => {
  expect(await readSubmitted("a=b", { ...form, "content-length": "x" })).toMatchObject({
    entries: [["a", "b"]],
  });
  const long = new Uint8Array(encodedLimitBytes + 1);
  for (const way of waysToPost)
    expect(await readSubmitted(long, form, way)).toMatchObject({ kind: "refused", status: 413 });
});
