import * as fc from "fast-check";
import { expect, it, test } from "vitest";
import { b } from "../../test/bytes.ts";
import { packed } from "../../test/packed.ts";
import { startProducer } from "../../test/producer-under-test.ts";

type Headers = Record<string, string>;
type Fields = Record<string, string>;

const of = (contentType: string, more: Headers = {}): Headers => ({ "content-type": contentType, ...more });
const form = of("application/x-www-form-urlencoded");
const parts = of("multipart/form-data; boundary=b");
const part = (headers: string, content: string) => `--b\r\n${headers}\r\n\r\n${content}\r\n`;
const named = (name: string) => `Content-Disposition: form-data; name="${name}"`;
const email = part(named("email"), "a@b.co");
const contact = { email: "a@b.co" };

it.each<[string, Headers, string, Fields]>([
  [
    "a file's name in Latin-1",
    parts,
    `${part(`${named("cv")}; filename="M\xfcller.pdf"`, "x")}${email}--b--`,
    contact,
  ],
  ["a line end before the first boundary", parts, `\r\n${email}--b--`, contact],
  ["a part without a name", parts, `${part("Content-Disposition: form-data", "x")}${email}--b--`, contact],
  ["parts with line feeds", parts, `${email}--b--`.replaceAll("\r\n", "\n"), contact],
  ["parts that nothing closes", parts, email, contact],
  ["parts whose boundary nobody named", of("multipart/form-data"), `${email}--b--`, contact],
  ["a name with an escaped quote", parts, `${part(named("a%22b"), "x")}${email}--b--`, contact],
  [
    "escapes of Latin-1",
    of("application/x-www-form-urlencoded; charset=ISO-8859-1"),
    "email=a%40b.co&name=M%FCller",
    { ...contact, name: "Müller" },
  ],
  [
    "bytes of Latin-1",
    of("application/x-www-form-urlencoded; charset=ISO-8859-1"),
    "email=a%40b.co&name=M\xfcller",
    { ...contact, name: "Müller" },
  ],
  [
    "a part in Latin-1",
    parts,
    `${part(`${named("name")}\r\nContent-Type: text/plain; charset=ISO-8859-1`, "M\xfcller")}${email}--b--`,
    { ...contact, name: "Müller" },
  ],
  [
    "a charset in single quotes",
    of("application/x-www-form-urlencoded; charset='utf-8'"),
    "email=a%40b.co&name=M%C3%BCller",
    { ...contact, name: "Müller" },
  ],
  [
    "a content encoding that is a charset",
    { ...form, "content-encoding": "utf-8" },
    "email=a%40b.co",
    contact,
  ],
  [
    "lines",
    of("text/plain"),
    "name=Anna\r\nemail=anna@example.com\r\n",
    { name: "Anna", email: "anna@example.com" },
  ],
  ["JSON as a form", form, '{"email":"a@b.co"}', contact],
  ["a form as JSON", of("application/json"), "email=a%40b.co", contact],
  ["JSON as bytes", of("application/octet-stream"), '{"email":"a@b.co"}', contact],
  [
    "JSON in Latin-1",
    of("application/json"),
    '{"email":"a@b.co","name":"M\xfcller"}',
    { ...contact, name: "Müller" },
  ],
  ["a NUL", form, "email=a%40b.co&message=a%00b", { ...contact, message: "ab" }],
  [
    "a NUL in JSON",
    of("application/json"),
    '{"email":"a@b.co","message":"a\\u0000b"}',
    { ...contact, message: "ab" },
  ],
  ["a NUL in a part", parts, `${email}${part(named("message"), "a\0b")}--b--`, { ...contact, message: "ab" }],
  [
    "a line end within JSON's quotes",
    of("application/json"),
    '{"email":"a@b.co","message":"a\nb"}',
    { ...contact, message: "a\nb" },
  ],
  [
    "Japanese that says so in a field",
    form,
    "_charset_=Shift_JIS&email=a%40b.co&name=%8ER%93c",
    { ...contact, name: "山田" },
  ],
  [
    "Chinese that says so in a field",
    form,
    "_charset_=GBK&email=a%40b.co&name=%D5%C5%CE%B0",
    { ...contact, name: "张伟" },
  ],
  [
    "Japanese in parts that says so in a field",
    parts,
    `${part(named("_charset_"), "Shift_JIS")}${email}${part(named("name"), "\x8eR\x93c")}--b--`,
    { ...contact, name: "山田" },
  ],
])("%s is taken", async (_what, headers, body, fields) => {
  for (const sent of [b(body), new Response(b(body)).body]) {
    const producer = await startProducer();
    const response = await producer.post({ headers, body: sent });
    expect([202, 301]).toContain(response.status);
    expect(producer.sent).toMatchObject([{ fields }]);
  }
});

test("a compressed form is unpacked, in the runtime that we run in", async () => {
  const { post, sent } = await startProducer();
  const body = await packed("email=a%40b.co", "gzip");
  expect((await post({ headers: { ...form, "content-encoding": "gzip" }, body })).status).toBe(301);
  expect(sent).toMatchObject([{ fields: contact }]);
});

test("the action's query counts as fields that the body does not name", async () => {
  const { fetch, formKey, sent } = await startProducer();
  const query = "?project=Lakeside&utm_source=x&email=trap%40b.co&_next=https%3A%2F%2Fshop.example%2Fdanke";
  const response = await fetch(`/f/${formKey}${query}`, {
    method: "POST",
    headers: form,
    body: "email=a%40b.co",
  });
  expect(response.headers.get("location")).toBe("https://shop.example/danke");
  expect(sent).toMatchObject([
    { fields: { email: "a@b.co", project: "Lakeside", utm_source: "x" }, payload: { project: "Lakeside" } },
  ]);
});

test("a query does no more than a body does: it leads to no page that the form does not list", async () => {
  const { fetch, formKey, sent } = await startProducer();
  const query = "?_next=https%3A%2F%2Fevil.test&__pg_referrer=https%3A%2F%2Fevil.test";
  const response = await fetch(`/f/${formKey}${query}`, {
    method: "POST",
    headers: form,
    body: "email=a%40b.co",
  });
  expect(response.headers.get("location")).toBe("https://shop.example/thank-you");
  expect(sent).toMatchObject([{ context: { referrer: null } }]);
});

test("a corrected submission keeps what the query said", async () => {
  const { fetch, formKey } = await startProducer();
  const page = await fetch(`/f/${formKey}?project=Lake%22side`, {
    method: "POST",
    headers: form,
    body: "email=a",
  });
  expect(page.status).toBe(422);
  const text = await page.text();
  expect(text).toMatch(/name="project"\s+value="Lake&quot;side"/);
  expect(text).toContain(`action="/f/${formKey}"`);
});

test("a page's script is answered in JSON", async () => {
  for (const [name, value] of [
    ["x-requested-with", "XMLHttpRequest"],
    ["sec-fetch-mode", "cors"],
  ] as const) {
    const { post } = await startProducer();
    const response = await post({ headers: { ...form, [name]: value }, body: "email=a%40b.co" });
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({ redirect_url: "https://shop.example/thank-you" });
  }
});

test("a form's mapping reaches into nested JSON", async () => {
  const { post, sent } = await startProducer({ form: { field_mapping: { "contact.email": "email" } } });
  for (const body of ['{"contact":{"email":"a@b.co"}}', "contact[email]=a%40b.co"])
    expect([202, 301]).toContain((await post({ headers: of("application/json"), body })).status);
  expect(sent).toMatchObject([{ fields: contact }, { fields: contact }]);
});

test("too many fields are called that, and nobody is told to leave out files", async () => {
  const { post } = await startProducer();
  const response = await post({ headers: form, body: "a=b&".repeat(201) });
  expect(response.status).toBe(413);
  const page = await response.text();
  expect(page).toContain("too many fields");
  expect(page).not.toMatch(/file|large|shorten/i);
});

test("whatever bytes come under whatever labels, they are taken or refused with a reason, and never a 500", async () => {
  const { post } = await startProducer();
  const word = fc.constantFrom(
    "=",
    "&",
    "%00",
    "%ff",
    "\r\n",
    "--b",
    "--b--",
    "{",
    "}",
    '"',
    ":",
    "\xff",
    "\0",
    "email",
    "a@b.co",
    "_charset_=gbk",
    named("email"),
    ";",
    "\x1f\x8b\x08\0",
  );
  const body = fc.oneof(
    fc.uint8Array(),
    fc.array(word).map((words) => b(words.join(""))),
  );
  const type = fc.constantFrom(
    "application/json",
    "text/plain;charset=gbk",
    "multipart/form-data;boundary=b",
    "x",
    "application/x-www-form-urlencoded;charset=utf-7",
    "application/x-www-form-urlencoded",
    "text/plain;charset=iso-2022-jp",
    "application/json;charset=utf-16",
  );
  const encoding = fc.constantFrom("gzip", "deflate", "br", "identity", "utf-8");
  await fc.assert(
    fc.asyncProperty(body, type, encoding, async (bytes, contentType, coding) => {
      const headers = of(contentType, { "content-encoding": coding });
      const response = await post({ headers, body: Uint8Array.from(bytes) });
      expect([202, 301, 400, 413, 415, 422]).toContain(response.status);
    }),
    { numRuns: 300 },
  );
});
