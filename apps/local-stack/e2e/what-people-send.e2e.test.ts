import type { SentLeadPayload } from "@leadrelay/contracts/lead-payload";
import { describe, expect, test } from "vitest";
import { newPerson, type Person } from "../harness/person.ts";
import { postRaw } from "../harness/post-raw.ts";
import { useStack } from "./use-stack.ts";

const stack = useStack();

type Headers = Record<string, string>;
/** A person's post, a character a byte; and what of it the receiver must get. */
type Row = [what: string, headers: Headers, body: (person: Person) => string, got: Partial<SentLeadPayload>];

const url = (query = "") => `${stack().producerUrl}/f/frm_demo${query}`;

/** Posts a person's form and returns what arrives of them at the receiver, once. */
async function sendAndReceive(
  body: (person: Person) => string,
  headers: Headers,
  query = "",
): Promise<{ answer: Response; person: Person; got: SentLeadPayload }> {
  const person = newPerson();
  const posted = { ...headers, "cf-connecting-ip": person.ip };
  const answer = await postRaw(url(query), Buffer.from(body(person), "latin1"), posted);
  expect([202, 301]).toContain(answer.status);
  const arrived = async () =>
    (await stack().receiver.received())
      .map((delivery) => delivery.body as SentLeadPayload)
      .filter(({ email }) => email === person.email);
  await expect.poll(async () => (await arrived()).length, { timeout: 15_000 }).toBe(1);
  const [got] = await arrived();
  return { answer, person, got: got as SentLeadPayload };
}

const of = (contentType: string, more: Headers = {}): Headers => ({ "content-type": contentType, ...more });
const form = of("application/x-www-form-urlencoded");
const parts = of("multipart/form-data; boundary=b");
const part = (name: string, content: string, more = "") =>
  `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${content}\r\n`;

const escaped = (person: Person) => `email=${encodeURIComponent(person.email)}`;
const latin1Part = "\r\nContent-Type: text/plain; charset=ISO-8859-1";

const rows: Row[] = [
  // One part spoils a multipart body
  [
    "a file whose name is Latin-1 beside the fields",
    parts,
    (p) =>
      `${part("name", "Asha")}${part("cv", "x", '; filename="M\xfcller.pdf"')}${part("email", p.email)}--b--`,
    { first_name: "Asha" },
  ],
  [
    "a line end before the first boundary",
    parts,
    (p) => `\r\n${part("name", "Asha")}${part("email", p.email)}--b--\r\n`,
    { first_name: "Asha" },
  ],
  [
    "a part without a name",
    parts,
    (p) =>
      `--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n${part("name", "Asha")}${part("email", p.email)}--b--\r\n`,
    { first_name: "Asha" },
  ],
  [
    "parts with line feeds that nothing closes",
    parts,
    (p) => `${part("name", "Asha")}${part("email", p.email)}`.replaceAll("\r\n", "\n"),
    { first_name: "Asha" },
  ],
  // A label refuses a body that reads well
  [
    "escapes of Latin-1",
    of("application/x-www-form-urlencoded; charset=ISO-8859-1"),
    (p) => `name=M%FCller&${escaped(p)}`,
    { first_name: "Müller" },
  ],
  [
    "a part in Latin-1",
    parts,
    (p) => `${part("name", "M\xfcller", latin1Part)}${part("email", p.email)}--b--`,
    { first_name: "Müller" },
  ],
  [
    "a content encoding that is a charset",
    { ...form, "content-encoding": "utf-8" },
    (p) => `name=Asha&${escaped(p)}`,
    { first_name: "Asha" },
  ],
  [
    "a charset in single quotes",
    of("application/x-www-form-urlencoded; charset='utf-8'"),
    (p) => `name=M%C3%BCller&${escaped(p)}`,
    { first_name: "Müller" },
  ],
  [
    "JSON in Latin-1",
    of("application/json"),
    (p) => `{"name":"M\xfcller","email":"${p.email}"}`,
    { first_name: "Müller" },
  ],
  // enctype="text/plain", and JSON under the default type
  [
    "lines as HTML writes them",
    of("text/plain"),
    (p) => `name=Asha Rao\r\nproject=R&D\r\nemail=${p.email}\r\n`,
    { first_name: "Asha Rao", project_name: "R&D" },
  ],
  [
    "lines with line feeds, of no type",
    {},
    (p) => `name=Asha Rao\nemail=${p.email}\n`,
    { first_name: "Asha Rao" },
  ],
  ["JSON as a form", form, (p) => JSON.stringify({ name: "Asha", email: p.email }), { first_name: "Asha" }],
  [
    "JSON escaped as a form",
    form,
    (p) => `${encodeURIComponent(JSON.stringify({ name: "Asha", email: p.email }))}=`,
    { first_name: "Asha" },
  ],
  [
    "fields as jQuery lists them",
    of("application/json"),
    (p) =>
      JSON.stringify(
        Object.entries({ name: "Asha", email: p.email }).map(([name, value]) => ({ name, value })),
      ),
    { first_name: "Asha" },
  ],
  [
    "an object in a list, its values in lists",
    of("application/json"),
    (p) => JSON.stringify([{ name: ["Asha"], email: ["", p.email] }]),
    { first_name: "Asha" },
  ],
  [
    "a name that stands twice in JSON, the second time blank",
    of("application/json"),
    (p) => `{"name":"Asha","email":"${p.email}","email":""}`,
    { first_name: "Asha" },
  ],
  ["a form as JSON", of("application/json"), (p) => `name=Asha&${escaped(p)}`, { first_name: "Asha" }],
  // NUL from copy and paste
  ["a NUL in a form", form, (p) => `name=As%00ha&${escaped(p)}`, { first_name: "Asha" }],
  [
    "a NUL in JSON",
    of("application/json"),
    (p) => `{"name":"As\\u0000ha","email":"${p.email}"}`,
    { first_name: "Asha" },
  ],
  [
    "half an emoji in JSON",
    of("application/json"),
    (p) => `{"name":"Asha \\ud83d","email":"${p.email}"}`,
    { first_name: "Asha \uFFFD" },
  ],
  // _charset_
  [
    "Japanese that says so in a field",
    form,
    (p) => `_charset_=Shift_JIS&name=%8ER%93c&${escaped(p)}`,
    { first_name: "山田" },
  ],
  [
    "Cyrillic in parts that says so in a field",
    parts,
    (p) =>
      `${part("_charset_", "windows-1251")}${part("name", "\xc0\xed\xed\xe0")}${part("email", p.email)}--b--`,
    { first_name: "Анна" },
  ],
  // What HTML and scripts write for characters
  [
    "letters that an old page's encoding does not have",
    form,
    (p) => `name=%26%23350%3Bule&project=Lake+%26amp%3B+View&${escaped(p)}`,
    { first_name: "Şule", project_name: "Lake & View" },
  ],
  [
    "what JavaScript's old escape wrote",
    form,
    (p) => `name=%u0410%u043D%u043D%u0430&${escaped(p)}`,
    { first_name: "Анна" },
  ],
  // First usable, not first non-blank
  [
    "an address and a number in each other's place",
    form,
    (p) => `name=Asha&email=%2B91+98765+43210&phone=${encodeURIComponent(p.email)}`,
    { first_name: "Asha", phone_mobile: "+91-9876543210" },
  ],
  // E-mails that say who they mean
  [
    "an address with blanks that a keyboard left",
    form,
    (p) => `name=Asha&email=${encodeURIComponent(p.email.replace("@", " @ "))}`,
    { first_name: "Asha" },
  ],
  [
    "a number in WhatsApp's link beside an address",
    form,
    (p) => `name=Asha&phone=https%3A%2F%2Fwa.me%2F919812345670&${escaped(p)}`,
    { first_name: "Asha", phone_mobile: "+91-9812345670" },
  ],
];

test.each(rows)("%s arrives as it was meant", async (_what, headers, body, wanted) => {
  const { got } = await sendAndReceive(body, headers);
  expect(got).toMatchObject(wanted);
});

describe("the action's query", () => {
  test("counts as fields that the body does not name", async () => {
    const { got } = await sendAndReceive(
      escaped,
      form,
      "?project=Lakeside&location=Pune&email=trap%40example.com",
    );
    expect(got).toMatchObject({ project_name: "Lakeside", user_location: "Pune" });
  });

  test("says it all where the body is empty", async () => {
    const { email } = newPerson();
    expect((await postRaw(url(`?project=Villa&email=${encodeURIComponent(email)}`), "")).status).toBe(301);
    await expect
      .poll(async () => (await stack().receiver.received()).map(({ body }) => body), { timeout: 15_000 })
      .toEqual([expect.objectContaining({ email, project_name: "Villa" })]);
  });
});

describe("a page's script", () => {
  test.each<[string, Headers]>([
    ["says that it is one", { "x-requested-with": "XMLHttpRequest" }],
    ["is called one by its browser", { "sec-fetch-mode": "cors" }],
  ])("that %s is answered in JSON", async (_what, headers) => {
    const { answer } = await sendAndReceive(escaped, { ...form, ...headers });
    expect(answer.status).toBe(202);
    expect(await answer.json()).toMatchObject({ status: "accepted" });
  });

  test.each([
    ["a host that the form does not list", "https://landing.example", "content-type,x-csrf-token"],
    ["a saved page", "null", "baggage,content-type,sentry-trace"],
  ])("on %s may post, whatever headers it adds", async (_where, origin, asked) => {
    const preflight = await fetch(url(), {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": asked },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe(origin);
    const allowed = preflight.headers.get("access-control-allow-headers")?.toLowerCase().split(", ");
    expect(allowed).toEqual(expect.arrayContaining(asked.split(",")));
    const body = (person: Person) => JSON.stringify({ name: "Asha", email: person.email });
    const { answer, got } = await sendAndReceive(
      body,
      of("application/json", { origin, "sec-fetch-mode": "cors" }),
    );
    expect(answer.status).toBe(202);
    expect(got.first_name).toBe("Asha");
  });
});
