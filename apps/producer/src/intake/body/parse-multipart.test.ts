import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseMultipart } from "./parse-multipart.ts";

const boundary = "----b";
const bytesOf = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parseMultipart(bytesOf(text), boundary);

const part = (headers: string, content: string) => `--${boundary}\r\n${headers}\r\n\r\n${content}\r\n`;
const field = (name: string, value: string) => part(`Content-Disposition: form-data; name="${name}"`, value);
const file = (name: string, fileName: string, content: string) =>
  part(`Content-Disposition: form-data; name="${name}"; filename="${fileName}"`, content);
const end = `--${boundary}--\r\n`;

test("fields come in their order, files are skipped with a note", () => {
  const body = field("email", "a@b.co") + file("cv", "cv.pdf", "12345") + field("email", "c@d.co") + end;
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
  const start = bytesOf(
    field("email", "a@b.co") +
      `--${boundary}\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\n`,
  );
  const content = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
  const body = new Uint8Array([...start, ...content, ...bytesOf(`\r\n${end}`)]);
  expect(parseMultipart(body, boundary)).toMatchObject({ kind: "parsed", dataBytes: 11 });
});

test("line breaks and dashes within a value are kept", () => {
  expect(parse(field("message", "one\r\n--two\r\n") + end)).toMatchObject({
    entries: [["message", "one\r\n--two\r\n"]],
  });
});

test("a value in an old page's encoding is read as windows-1252, with a note", () => {
  const text = field("name", "Jos\u00e9") + end;
  const latin1 = Uint8Array.from(text, (char) => char.charCodeAt(0));
  expect(parseMultipart(latin1, boundary)).toMatchObject({
    entries: [["name", "José"]],
    notes: [expect.stringContaining("windows-1252")],
  });
});

test.each([
  ["nothing", "", "empty"],
  ["no part", end, "empty"],
  ["only files", file("a", "b", "c") + end, "empty"],
  ["another boundary", "--other\r\n\r\n\r\n--other--", "boundary"],
  ["text before the boundary", "preamble" + field("a", "x") + end, "boundary"],
  ["no closing boundary", field("a", "x"), "closing boundary"],
  [
    "a cut-off value",
    `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\nx`,
    "closing boundary",
  ],
  ["headers that never end", `--${boundary}\r\nContent-Disposition: form-data; name="a"`, "closing boundary"],
  ["no name", part("Content-Disposition: form-data", "x") + end, "no name"],
  ["an empty name", field("", "x") + end, "no name"],
  ["no disposition", part("Content-Type: text/plain", "x") + end, "no name"],
  ["only name*", part("Content-Disposition: form-data; name*=UTF-8''email", "a@b.co") + end, "no name"],
  ["a NUL in a value", field("a", "x\0y") + end, "NUL"],
  ["a NUL in a name", field("a\0b", "x") + end, "NUL"],
  ["huge headers", part(`X: ${"x".repeat(9_000)}`, "x") + end, "headers"],
])("%s is refused with a reason", (_case, text, reason) => {
  expect(parse(text)).toMatchObject({
    kind: "refused",
    status: 400,
    detail: expect.stringContaining(reason),
  });
});

test("a part in another charset or transfer encoding is refused", () => {
  const disposition = 'Content-Disposition: form-data; name="a"';
  for (const header of ["Content-Type: text/plain; charset=utf-16", "Content-Transfer-Encoding: base64"])
    expect(parse(part(`${disposition}\r\n${header}`, "eA==") + end)).toMatchObject({ status: 415 });
  const plain = `${disposition}\r\nContent-Type: text/plain; charset="UTF-8"\r\nContent-Transfer-Encoding: 8bit`;
  expect(parse(part(plain, "x") + end)).toMatchObject({ entries: [["a", "x"]] });
});

test("limits: 200 fields, 64 KB of fields, 2 000 parts", () => {
  expect(parse(field("a", "").repeat(201) + end)).toMatchObject({ status: 413 });
  expect(parse(field("a", "x".repeat(70_000)) + end)).toMatchObject({ status: 413 });
  expect(parse(file("f", "f", "x").repeat(2_001) + end)).toMatchObject({ status: 413 });
});

test.each([undefined, "", "é", "x".repeat(201), "a\nb"])("the boundary %j is refused", (given) => {
  expect(parseMultipart(bytesOf(field("a", "x") + end), given)).toMatchObject({ status: 400 });
});

test("however a body is cut or mangled, it is parsed or refused, never thrown at", () => {
  const whole = field("email", "a@b.co") + file("cv", "cv.pdf", "12345") + field("name", "x") + end;
  const pieces = fc.constantFrom(
    "--",
    boundary,
    "\r\n",
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
      expect(["parsed", "refused"]).toContain(parse(mangled).kind);
    }),
    { numRuns: 1_000 },
  );
});
