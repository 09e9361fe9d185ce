import type { HostedPageAtEdge } from "@leadrelay/contracts/hosted-page";
import { describe, expect, it, test } from "vitest";
import { startProducer, urlencoded, wrapped } from "../../test/producer-under-test.ts";

const hostile = `"><script>alert(1)</script><b onclick='x'>&`;

const page = (changes: Partial<HostedPageAtEdge["page"]> = {}): HostedPageAtEdge => ({
  page: {
    title: "Visit Lakeside",
    intro: "Two minutes.\nWe call back.",
    fields: [
      { name: "name", label: "Your name", kind: "text", is_required: true, options: [] },
      { name: "kontakt", label: "E-mail", kind: "email", is_required: true, options: [] },
      { name: "tel", label: "Phone", kind: "tel", is_required: false, options: [] },
      { name: "size", label: "Size", kind: "select", is_required: false, options: ["2 BHK", "3 BHK"] },
      { name: "note", label: "Note", kind: "textarea", is_required: false, options: [] },
      { name: "tour", label: "I want a tour", kind: "checkbox", is_required: false, options: [] },
    ],
    button: "Book it",
    consent: "Call me <b>back</b>",
    thanks: "See you.",
    ...changes,
  },
  agency: "Hilltop & Sons",
  hue: 155,
});
const hosting = (changes: Partial<HostedPageAtEdge["page"]> = {}) =>
  startProducer({ form: { field_mapping: { kontakt: "email" }, hosted_page: page(changes) } });
type Producer = Awaited<ReturnType<typeof hosting>>;
const own = { origin: "https://leads.test" };
const sendFrom = ({ fetch, formKey }: Producer, body: string, query = "") =>
  fetch(`/f/${formKey}${query}`, {
    method: "POST",
    body,
    headers: {
      ...own,
      "content-type": "application/x-www-form-urlencoded",
      referer: `https://leads.test/f/${formKey}${query}`,
    },
  });

describe("a form's own page", () => {
  it("is there where the form has one, for whoever reads, and kept by no cache on the way", async () => {
    const { fetch, formKey } = await hosting();
    const shown = await fetch(`/f/${formKey}?utm_source=insta`, {
      headers: { referer: "https://insta.example/p" },
    });
    const text = await shown.text();
    expect([shown.status, shown.headers.get("cache-control"), shown.headers.get("vary")]).toEqual([
      200,
      "private, no-cache",
      "Referer",
    ]);
    expect(text).toContain("Hilltop &amp; Sons");
    expect(text).toMatch(/<h1>Visit Lakeside<\/h1>\s*<p>Two minutes.<\/p>\s*<p>We call back.<\/p>/);
    expect(text).toMatch(/<form method="post" accept-charset="utf-8"\s*>/);
    expect(text).toMatch(/<option\s*>3 BHK<\/option/);
    expect(text).toContain("Call me &lt;b&gt;back&lt;/b&gt;");
    expect(text).toContain("--brand-hue:155;");
    expect(text).not.toMatch(/<script|style="|\son\w+=/);
    expect((await fetch(`/f/${formKey}`, { method: "HEAD" })).status).toBe(200);
    expect((await fetch(`/f/${formKey}`, { method: "PUT", body: "x" })).status).toBe(405);
  });

  it.each([
    ["has none", undefined],
    ["has one that this version cannot read", { page: { title: 1 } }],
  ])("is not there where the form %s, and posts are taken", async (_why, hosted_page) => {
    const { fetch, formKey, post } = await startProducer({ form: { hosted_page } });
    expect((await fetch(`/f/${formKey}`)).status).toBe(405);
    // Who sent it before it was switched off is thanked all the same; of a form that nobody knows nobody sent one.
    const thanks = await fetch(`/f/${formKey}/thank-you`);
    expect([thanks.status, await thanks.text()]).toEqual([200, expect.stringContaining("have arrived")]);
    expect((await fetch(`/f/${formKey}-x/thank-you`)).status).toBe(404);
    expect((await fetch(`/f/${formKey}/thank-you`, { method: "PUT" })).status).toBe(404);
    expect((await post(urlencoded("email=a@b.co"))).status).toBe(301);
  });

  it("is to be opened again in a minute while KV is away, and thanks whoever sent it before", async () => {
    const { env, formKey } = await hosting();
    const blind = await startProducer({
      env: { KV: wrapped(env.KV, { get: () => Promise.reject(new Error("away")) }) },
    });
    const { status, headers } = await blind.fetch(`/f/${formKey}`);
    expect([status, headers.get("retry-after")]).toEqual([503, "30"]);
    // Its post was taken.
    const thanks = await blind.fetch(`/f/${formKey}/thank-you`);
    expect([thanks.status, await thanks.text()]).toEqual([200, expect.stringContaining("have arrived")]);
  });

  test("what is filled in becomes a lead, with what its address and its visitor's way say", async () => {
    const producer = await hosting();
    const query = "?utm_source=insta&gclid=abc";
    const answer = await sendFrom(
      producer,
      "name=Anna&kontakt=anna%40b.co&size=2+BHK&tour=yes&consent=Call+me+%3Cb%3Eback%3C%2Fb%3E&__pg_website=&page_url=https%3A%2F%2Fleads.test%2Ff&referrer=https%3A%2F%2Finsta.example%2Fp",
      query,
    );
    expect([answer.status, answer.headers.get("location")]).toEqual([
      301,
      `https://leads.test/f/${producer.formKey}/thank-you`,
    ]);
    expect(producer.sent[0]).toMatchObject({
      fields: {
        name: "Anna",
        email: "anna@b.co",
        utm_source: "insta",
        gclid: "abc",
        page_url: "https://leads.test/f",
        referrer: "https://insta.example/p",
      },
      payload: { size: "2 BHK", tour: "yes", consent: "Call me <b>back</b>" },
      is_bot: false,
    });
    const thanks = await producer.fetch(`/f/${producer.formKey}/thank-you`);
    expect([thanks.status, await thanks.text()]).toEqual([200, expect.stringContaining("<p>See you.</p>")]);
  });

  test("whoever mistyped gets the page again, with what is wrong and all that they typed", async () => {
    const producer = await hosting();
    const body = new URLSearchParams({
      name: hostile,
      kontakt: "anna@",
      size: "3 BHK",
      note: `\n${hostile}`,
      tour: "yes",
      consent: "Call me <b>back</b>",
      __pg_website: "",
      page_url: hostile,
      [hostile]: hostile,
    });
    const answer = await sendFrom(producer, String(body), `?utm_source=${encodeURIComponent(hostile)}`);
    const text = await answer.text();
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([422, "no-store"]);
    expect(text).toContain("<title>Error: Visit Lakeside</title>");
    expect(text).toContain("E-mail: anna@ is not complete.");
    expect(text).toMatch(
      /name="kontakt"\s+required\s+aria-invalid="true" aria-describedby="summary" autofocus/,
    );
    expect(text).toMatch(/<option selected\s*>3 BHK/);
    expect(text).toMatch(/name="tour"\s+value="yes"\s+checked/);
    expect(text).toMatch(/name="consent"[^>]*checked/);
    expect(text).toMatch(/type="hidden"\s+name="utm_source"/);
    expect(text).not.toMatch(/<script|<b onclick/);
    expect(producer.sent).toEqual([]);
  });

  test("whoever left nothing to reach them by is told what is enough", async () => {
    const producer = await hosting();
    const text = await (await sendFrom(producer, "name=Anna&kontakt=&tel=")).text();
    expect(text).toContain("E-mail: we need this to reach you.");
    expect(text).toContain("One of these is enough.");
  });

  it("leads on to the form's thank-you page where it has one", async () => {
    const producer = await startProducer({
      form: { thank_you_url: "https://shop.example/danke", hosted_page: page() },
    });
    const answer = await sendFrom(producer, "email=a@b.co");
    expect(answer.headers.get("location")).toBe("https://shop.example/danke");
  });

  test("a post from the client's own page is answered as ever", async () => {
    const { post } = await hosting();
    const headers = { origin: "https://shop.example", "content-type": "application/x-www-form-urlencoded" };
    const wrong = await (await post({ headers, body: "name=Anna" })).text();
    expect(wrong).toContain("Please check your details");
    const taken = await post({ headers, body: "email=a@b.co" });
    expect(taken.headers.get("location")).toBe("https://shop.example/thank-you");
  });

  test("what a bot fills is dropped as ever", async () => {
    const producer = await hosting();
    expect((await sendFrom(producer, "kontakt=a@b.co&__pg_website=x")).status).toBe(301);
    expect(producer.sent).toEqual([]);
  });
});

test("what a page's owner wrote is text, also with markup and half a character in it", async () => {
  const half = `${hostile}\ud800`;
  const field = (kind: "email" | "select" | "checkbox") => {
    return { name: `${kind} ${half}`, label: half, kind, is_required: true, options: [half] };
  };
  const producer = await startProducer({
    form: {
      field_mapping: { [`email ${half}`]: "email" },
      hosted_page: page({
        title: `</title><style>*{}</style>${half}`,
        intro: half,
        fields: [field("email"), field("select"), field("checkbox")],
        button: half,
        consent: half,
        thanks: half,
      }),
    },
  });
  const referer = `https://insta.example/'"><script>`;
  for (const answer of [
    await producer.fetch(`/f/${producer.formKey}`, { headers: { referer } }),
    await sendFrom(producer, "name=Anna"),
    await producer.fetch(`/f/${producer.formKey}/thank-you`),
  ]) {
    const text = await answer.text();
    expect([200, 422]).toContain(answer.status);
    expect(text.match(/<style>/g)).toHaveLength(1);
    expect(text).not.toMatch(/<script|<b onclick/);
  }
});
