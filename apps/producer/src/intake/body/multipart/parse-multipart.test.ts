import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { b } from "../../../../test/bytes.ts";
import { findBoundary } from "./find-boundary.ts";
import { parseMultipart } from "./parse-multipart.ts";

const boundary = "----b";
const bytesOf = (text: string) => Uint8Array.from(new TextEncoder().encode(text));
const parse = (text: string) => parseMultipart(bytesOf(text), boundary, undefined);
const parseBinary = (binary: string) => parseMultipart(b(binary), boundary, undefined);

const part = (headers: string, content: string) => `--${boundary}\r\n${headers}\r\n\r\n${content}\r\n`;
const field = (name: string, value: string) => part(`Content-Disposition: form-data; name="${name}"`, value);
const file = (name: string, fileName: string, content: string) =>
  part(`Content-Disposition: form-data; name="${name}"; filename="${fileName}"`, content);
const end = `--${boundary}--\r\n`;
const email = field("email", "a@b.co");
const read: [string, string][] = [["email", "a@b.co"]];

test("fields come in their order, files are skipped with a note", () => {
  const body = email + file("cv", "cv.pdf", "12345") + field("email", "c@d.co") + end;
  expect(parse(body)).toMatchObject({
    entries: [
      ["email", "a@b.co"],
      ["email", "c@d.co"],
    ],
    notes: ["file skipped: cv (cv.pdf, 5 bytes)"],
    dataBytes: 22,
  });
});

test("an empty file input leaves no note, and many files not one each", () => {
  expect(parse(field("a", "x") + file("cv", "", "") + end)).toMatchObject({ notes: [] });
  const body = parse(field("a", "x") + file("f", "f.txt", "x").repeat(1_000) + end);
  expect(body).toMatchObject({ kind: "parsed", entries: [["a", "x"]] });
  expect(body.kind === "parsed" && body.notes).toHaveLength(11);
});

test("a file may hold anything, and its size does not count as field data", () => {
  const head = `${email}--${boundary}\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n`;
  const content = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
  const body = new Uint8Array([...bytesOf(head), ...content, ...bytesOf(`\r\n${end}`)]);
  expect(parseMultipart(body, boundary, undefined)).toMatchObject({ kind: "parsed", dataBytes: 11 });
});

describe("the shapes that parts come in", () => {
  const lf = (text: string) => text.replaceAll("\r\n", "\n");
  it.each<[string, string, [string, string][]]>([
    ["line breaks and dashes in a value", field("m", "one\r\n--two\r\n") + end, [["m", "one\r\n--two\r\n"]]],
    [
      "a line that only begins like a boundary",
      field("m", `one\r\n--${boundary}x\r\ntwo`) + end,
      [["m", `one\r\n--${boundary}x\r\ntwo`]],
    ],
    ["an empty value", field("a", "") + end, [["a", ""]]],
    [
      "a value without the line end before the boundary",
      `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\n--${boundary}--`,
      [["a", ""]],
    ],
    ["a line end before the first boundary", `\r\n${email}${end}`, read],
    ["several, and blanks", `\r\n\n  \r\n${email}${end}`, read],
    ["a preamble", `This is a message in several parts.\r\n${email}${end}`, read],
    ["a preamble without a line end", `preamble${email}${end}`, read],
    ["a preamble without a line end, and one boundary only", `preamble${email}`, read],
    ["a byte order mark", `\uFEFF${email}${end}`, read],
    ["dashes in a preamble", `-- --- ----\r\n${email}${end}`, read],
    ["an epilogue", `${email}${end}Good bye\r\n${field("x", "y")}`, read],
    ["nothing behind the closing boundary", `${email}--${boundary}--`, read],
    ["no closing boundary", email, read],
    ["a last boundary that does not close", `${email}--${boundary}`, read],
    ["one with a line end", `${email}--${boundary}\r\n`, read],
    ["plain line feeds", lf(email + end), read],
    ["plain line feeds with line feeds in a value", lf(field("m", "one\ntwo") + end), [["m", "one\ntwo"]]],
    ["plain line feeds and no closing boundary", lf(email), read],
    [
      "blanks behind a boundary",
      `--${boundary} \t\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n${end}`,
      [["a", "x"]],
    ],
    [
      "headers in any letter case",
      part('CONTENT-DISPOSITION: Form-Data; NAME="email"', "a@b.co") + end,
      read,
    ],
    ["headers without a blank", part('Content-Disposition:form-data;name="email"', "a@b.co") + end, read],
    [
      "a name without quotes, as .NET writes it",
      part("Content-Disposition: form-data; name=email", "a@b.co") + end,
      read,
    ],
    [
      "a header that is folded",
      part('Content-Disposition: form-data;\r\n name="email"', "a@b.co") + end,
      read,
    ],
    [
      "other headers before",
      part('X-A: b\r\nContent-Type: text/plain\r\nContent-Disposition: form-data; name="email"', "a@b.co") +
        end,
      read,
    ],
    [
      "a disposition of another kind",
      part('Content-Disposition: attachment; name="email"', "a@b.co") + end,
      read,
    ],
    [
      "a quotation that is not closed",
      part('Content-Disposition: form-data; name="email', "a@b.co") + end,
      read,
    ],
    ["a quote that browsers escape in a name", field("a%22b%0D%0Ac", "x") + end, [['a"b\r\nc', "x"]]],
    ["a quote that others escape in a name", field('a\\"b', "x") + end, [['a"b', "x"]]],
    ["an escape in a name that browsers do not make", field("100%25", "x") + end, [["100%25", "x"]]],
    [
      "a name of the kind form-data forbids",
      part("Content-Disposition: form-data; name*=UTF-8''e%6Dail", "a@b.co") + end,
      read,
    ],
    ["a NUL in a value", field("a", "x\0y") + end, [["a", "xy"]]],
    ["a NUL in a name", field("a\0b", "x") + end, [["ab", "x"]]],
    ["a name in UTF-8", field("Größe", "x") + end, [["Größe", "x"]]],
  ])("%s", (_what, body, entries) => {
    expect(parse(body)).toMatchObject({ kind: "parsed", entries, notes: [] });
  });
});

describe("what is wrong with a part is its own affair", () => {
  const nameless = "part skipped: it has no name";
  const headersToo = "part skipped: its headers are too long, or no blank line ends them";
  const cut = "part skipped: it was cut off: the body ends before its closing boundary";
  it.each<[string, string, string]>([
    [
      "a file's name in Latin-1",
      file("cv", "M\xfcller.pdf", "12345"),
      "file skipped: cv (Müller.pdf, 5 bytes)",
    ],
    [
      "a file's name in an extended form",
      part("Content-Disposition: form-data; name=cv; filename*=UTF-8''M%C3%BCller.pdf", "1"),
      "file skipped: cv (Müller.pdf, 1 bytes)",
    ],
    [
      "an extended name in Latin-1",
      part("Content-Disposition: form-data; name=cv; filename*=iso-8859-1'de'M%FCller.pdf", "1"),
      "file skipped: cv (Müller.pdf, 1 bytes)",
    ],
    [
      "a broken extended name",
      part("Content-Disposition: form-data; name=cv; filename=a.pdf; filename*=%ff", "1"),
      "file skipped: cv (a.pdf, 1 bytes)",
    ],
    ["a file's name with a quote", file("cv", "a%22b.pdf", "1"), 'file skipped: cv (a"b.pdf, 1 bytes)'],
    [
      "an image that names no file",
      part('Content-Disposition: form-data; name="photo"\r\nContent-Type: image/png', "\x89PNG"),
      "file skipped: photo (, 4 bytes)",
    ],
    [
      "parts within a part",
      part('Content-Disposition: form-data; name="f"\r\nContent-Type: multipart/mixed; boundary=c', "--c--"),
      "file skipped: f (, 5 bytes)",
    ],
    ["no name", part("Content-Disposition: form-data", "x"), nameless],
    ["an empty name", field("", "x"), nameless],
    ["a name of nothing but NULs", field("\0", "x"), nameless],
    ["no disposition", part("Content-Type: text/plain", "x"), nameless],
    ["no headers at all", `--${boundary}\r\n\r\nx\r\n`, nameless],
    ["a header that is none", part("nonsense", "x"), nameless],
    ["headers that never end", `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n`, headersToo],
    ["huge headers", part(`X: ${"x\r\nY: ".repeat(9_000)}`, "x"), headersToo],
    ["two without a name", part("X: y", "x").repeat(2), "2 parts skipped: it has no name"],
  ])("%s", (_what, broken, note) => {
    for (const body of [broken + email + end, email + broken + end, broken + email, email + broken])
      expect(parseBinary(body)).toMatchObject({ kind: "parsed", entries: read, notes: [note] });
  });

  it.each([
    ["a value", `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\nx`],
    ["a file", `--${boundary}\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\nx`],
    ["headers", `--${boundary}\r\nContent-Disposition: form-da`],
  ])("%s that was cut off is skipped, and spoils nothing before it", (_what, broken) => {
    expect(parse(email + broken)).toMatchObject({ entries: read, notes: [cut] });
    expect(parse(broken)).toMatchObject({
      kind: "refused",
      detail: expect.stringContaining("closing boundary"),
    });
  });

  it.each([
    ["no part", end, "empty"],
    ["only files", file("a", "b", "c") + end, "empty"],
    ["only a part without a name", part("X: y", "x") + end, "no name"],
    ["only headers that never end", `--${boundary}\r\nX: y\r\n${end}`, "headers"],
  ])("%s is refused with a reason", (_what, body, reason) => {
    expect(parse(body)).toMatchObject({
      kind: "refused",
      status: 400,
      detail: expect.stringContaining(reason),
    });
  });
});

describe("how a part is encoded", () => {
  const about = (headers: string) => `Content-Disposition: form-data; name="name"\r\n${headers}`;
  const charset = (name: string) => about(`Content-Type: text/plain; charset=${name}`);
  const transfer = (name: string) => about(`Content-Transfer-Encoding: ${name}`);
  it.each<[string, string, string]>([
    ["UTF-8 that says so", part(charset('"UTF-8"'), "J\xc3\xb6rg"), "Jörg"],
    ["Latin-1 that says so", part(charset("ISO-8859-1"), "J\xf6rg"), "Jörg"],
    ["Latin-1 in single quotes", part(charset("'iso-8859-1'"), "J\xf6rg"), "Jörg"],
    ["Latin-1 that says nothing, from an old page", field("name", "J\xf6rg"), "Jörg"],
    ["UTF-8 that says it is Latin-1", part(charset("ISO-8859-1"), "J\xc3\xb6rg"), "Jörg"],
    ["Cyrillic", part(charset("windows-1251"), "\xc0\xed\xed\xe0"), "Анна"],
    ["Shift_JIS", part(charset("Shift_JIS"), "\x8eR\x93c"), "山田"],
    ["a charset nobody knows", part(charset("utf-7"), "Anna"), "Anna"],
    ["_charset_ before it", field("_charset_", "Shift_JIS") + field("name", "\x8eR\x93c"), "山田"],
    ["_charset_ behind it", field("name", "\x8eR\x93c") + field("_charset_", "Shift_JIS"), "山田"],
    [
      "its own charset against _charset_",
      field("_charset_", "Shift_JIS") + part(charset("windows-1251"), "\xc0\xed\xed\xe0"),
      "Анна",
    ],
    ["8bit", part(transfer("8bit"), "J\xc3\xb6rg"), "Jörg"],
    ["base64", part(transfer("BASE64"), "SsO2\r\ncmc="), "Jörg"],
    ["what says it is base64 and is not", part(transfer("base64"), "J\xc3\xb6rg"), "Jörg"],
    ["quoted-printable", part(transfer("quoted-printable"), "J=C3=B6=\r\nrg"), "Jörg"],
    ["what says it is quoted-printable and is not", part(transfer("quoted-printable"), "a=b=ZZ"), "a=b=ZZ"],
    ["what has an encoding of its own making", part(transfer("x-none"), "Anna"), "Anna"],
  ])("%s", (_what, body, name) => {
    const parsed = parseBinary(body + end);
    expect(parsed).toMatchObject({ kind: "parsed", entries: expect.arrayContaining([["name", name]]) });
  });

  test("what the Content-Type says of all parts counts last", () => {
    const named = (binary: string) => parseMultipart(b(binary + end), boundary, "windows-1251");
    expect(named(field("name", "\xc0"))).toMatchObject({
      entries: [["name", "А"]],
      notes: ["not UTF-8: read as windows-1251"],
    });
    expect(named(part(charset("koi8-r"), "\xe1"))).toMatchObject({ entries: [["name", "А"]] });
    expect(named(field("\xc0", "x"))).toMatchObject({ entries: [["А", "x"]] });
  });

  test("what grows when it is read is counted as it is then", () => {
    expect(parseBinary(field("a", "\x80".repeat(10)) + end)).toMatchObject({ dataBytes: 31 });
    expect(parseBinary(field("a", "\x80".repeat(30_000)) + end)).toMatchObject({ status: 413 });
  });
});

test("limits: 200 fields, 64 KB of fields, 2 000 parts", () => {
  expect(parse(field("a", "").repeat(200) + end)).toMatchObject({ kind: "parsed" });
  expect(parse(field("a", "").repeat(201) + end)).toMatchObject({ status: 413 });
  expect(parse(field("a", "x".repeat(70_000)) + end)).toMatchObject({ status: 413 });
  expect(parse(field("a", "x") + file("f", "f", "x").repeat(1_999) + end)).toMatchObject({ kind: "parsed" });
  expect(parse(file("f", "f", "x").repeat(2_001) + end)).toMatchObject({ status: 413 });
});

it.each<[string, string, string | undefined, string | undefined]>([
  ["the one that is named", email, boundary, boundary],
  ["with blanks behind it", email, `${boundary} `, boundary],
  ["in a body that begins with something else", `x\r\n${email}`, boundary, boundary],
  ["none named", email, undefined, boundary],
  ["an empty one named", email, "", boundary],
  ["another named", email, "other", boundary],
  ["quotes that belong to nobody", email, `'${boundary}'`, boundary],
  ["one that no header may hold", email, "é", boundary],
  ["one that is too long", email, "x".repeat(201), boundary],
  [
    "none named, behind a line end, with line feeds",
    `\n${email}`.replaceAll("\r\n", "\n"),
    undefined,
    boundary,
  ],
  [
    "one that only a line begins with",
    `--${boundary}x\r\nContent-Disposition: form-data\r\n`,
    boundary,
    `${boundary}x`,
  ],
  ["none named, behind a byte order mark", `\uFEFF${email}`, undefined, boundary],
  ["a body without parts", "email=a%40b.co", boundary, undefined],
  ["two dashes in a text", "--\r\nAnna", undefined, undefined],
  ["a line of dashes without a header", "--x\r\nAnna: 1\r\n", undefined, undefined],
])("the boundary is found: %s", (_what, body, declared, found) => {
  expect(findBoundary(bytesOf(body), declared)).toBe(found);
});

test("however a body is cut or mangled, it is parsed or refused, never thrown at", () => {
  const whole = email + file("cv", "cv.pdf", "12345") + field("name", "x") + end;
  const pieces = fc.constantFrom(
    "--",
    boundary,
    "\r\n",
    "\n",
    "\r\n\r\n",
    '; name="',
    "filename*=%ff",
    "\0",
    "\xff",
    end,
  );
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(whole.length), pieces, (from, to, piece) => {
      const mangled = whole.slice(0, from) + piece + whole.slice(to);
      expect(["parsed", "refused"]).toContain(parseBinary(mangled).kind);
    }),
    { numRuns: 1_000 },
  );
});

test("a part that is broken anyhow takes none of the others along", () => {
  const noise = fc.string({
    unit: fc.constantFrom("\0", "\xff", '"', ";", "=", "a", ":", " ", "%", "*", "'", "\\"),
  });
  fc.assert(
    fc.property(noise, noise, (headers, content) => {
      const body = parseBinary(email + part(headers, content) + field("name", "Anna") + end);
      expect(body).toMatchObject({ entries: expect.arrayContaining([...read, ["name", "Anna"]]) });
    }),
    { numRuns: 500 },
  );
});

test("what parts hold comes back as it was", () => {
  const value = fc.string({ unit: "grapheme" }).filter((text) => !/\p{Cc}/u.test(text));
  const entries = fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,10}$/), value), {
    minLength: 1,
    maxLength: 10,
  });
  fc.assert(
    fc.property(entries, fc.boolean(), (sent, lineFeeds) => {
      const body = sent.map(([name, text]) => field(name, text)).join("") + end;
      expect(parse(lineFeeds ? body.replaceAll("\r\n", "\n") : body)).toMatchObject({ entries: sent });
    }),
  );
});

test("megabytes of line ends, dashes or boundaries that are none are gone through once: this ends", () => {
  for (const unit of ["\n", "-", `\n--${boundary.slice(0, -1)}`, `\r\n--${boundary}x`, '\n;a="\\'])
    expect(
      parse(email + file("f", "f", unit.repeat(Math.floor(4_000_000 / unit.length))) + end),
    ).toMatchObject({ entries: read });
  parse(part(`Content-Disposition: form-data${';a="\\'.repeat(3_000)}`, "x").repeat(200) + end);
});
