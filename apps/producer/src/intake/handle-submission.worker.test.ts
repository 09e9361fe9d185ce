import { submissionMessageSchema } from "@leadrelay/contracts/submission-message";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { expect, test } from "vitest";
import { json, multipart, startProducer, urlencoded } from "../../test/producer-under-test.ts";

const emailPart = 'Content-Disposition: form-data; name="EMAIL"\r\n\r\nanna@example.com';

test.each([
  ["JSON", json({ EMAIL: "anna@example.com", budget: "2 crore" })],
  [
    "JSON of another name",
    { ...json('{"EMAIL":"anna@example.com"}'), headers: { "content-type": "application/ld+json" } },
  ],
  ["urlencoded", urlencoded("EMAIL=anna%40example.com&budget=2+crore")],
  ["multipart", multipart(`--b\r\n${emailPart}\r\n--b--\r\n`)],
  ["text holding JSON", { body: '{"EMAIL":"anna@example.com"}' }],
  ["text holding a query string", { body: "EMAIL=anna%40example.com" }],
  ["no type at all", { body: new TextEncoder().encode("EMAIL=anna%40example.com") }],
])("a body of %s becomes a message", async (_type, init) => {
  const { post, sent } = await startProducer();
  const response = await post(init);
  expect([301, 202]).toContain(response.status);
  expect(submissionMessageSchema.safeParse(sent[0]).success).toBe(true);
  expect(sent).toMatchObject([{ v: 1, type: "submission", fields: { email: "anna@example.com" } }]);
});

test("the payload holds the whole body, the fields only what we know by name", async () => {
  const { post, sent, formKey } = await startProducer();
  await post(urlencoded("EMAIL=anna%40example.com&budget=2+crore&pick=a&pick=b&utm_source=ads"));
  expect(sent[0]).toMatchObject({
    form_key: formKey,
    form: { form_id: `form_${formKey}`, client_id: `cli_${formKey}`, database: "DB", default_region: "IN" },
    fields: { email: "anna@example.com", utm_source: "ads" },
    payload: { EMAIL: "anna@example.com", budget: "2 crore", pick: ["a", "b"], utm_source: "ads" },
    is_bot: false,
    notes: [],
  });
});

test("a form's own mapping is applied", async () => {
  const { post, sent } = await startProducer({ form: { field_mapping: { kontakt: "email" } } });
  await post(json({ kontakt: "anna@example.com" }));
  expect(sent[0]?.fields).toEqual({ email: "anna@example.com" });
});

test("what the edge knows of the caller comes along, the address only from Cloudflare", async () => {
  const { post, sent } = await startProducer();
  const cf = { country: "IN", city: "Pune", region: "Maharashtra", timezone: "Asia/Kolkata", asn: 24560 };
  await post({
    ...json({ email: "anna@example.com" }),
    headers: {
      "content-type": "application/json",
      "cf-connecting-ip": "203.0.113.7",
      "x-forwarded-for": "198.51.100.1",
      "user-agent": "UA",
      referer: "https://shop.example/villa",
    },
    cf,
  });
  expect(sent[0]?.context).toEqual({
    ip: "203.0.113.7",
    ...cf,
    user_agent: "UA",
    referrer: "https://shop.example/villa",
  });
});

test("without the edge nothing is known, and nothing is believed of what a caller claims", async () => {
  const { post, sent } = await startProducer();
  const headers = {
    "content-type": "application/json",
    "cf-connecting-ip": "' OR 1",
    "user-agent": "x".repeat(5_000),
  };
  await post({ ...json({ email: "anna@example.com" }), headers });
  expect(sent[0]?.context).toMatchObject({
    ip: null,
    country: null,
    asn: null,
    user_agent: "x".repeat(1_000),
  });
});

test.each([
  ["browser", { "content-type": "application/x-www-form-urlencoded" }, "email=a%40b.co"],
  ["browser", { "content-type": "multipart/form-data; boundary=b" }, `--b\r\n${emailPart}\r\n--b--`],
  ["browser", { "content-type": "application/json", origin: "https://shop.example" }, '{"email":"a@b.co"}'],
  ["browser", { "content-type": "text/plain", "sec-fetch-site": "cross-site" }, '{"email":"a@b.co"}'],
  ["server", { "content-type": "application/json" }, '{"email":"a@b.co"}'],
])("the channel is %s for %j", async (channel, headers, body) => {
  const { post, sent } = await startProducer();
  await post({ headers: headers as Record<string, string>, body });
  expect(sent).toMatchObject([{ channel }]);
});

test("files are skipped with a note, in multipart bodies of any size up to 10 MB", async () => {
  const { post, sent } = await startProducer();
  const file = `Content-Disposition: form-data; name="cv"; filename="cv.pdf"\r\n\r\n${"x".repeat(9_000_000)}`;
  const response = await post(multipart(`--b\r\n${file}\r\n--b\r\n${emailPart}\r\n--b--`));
  expect(response.status).toBe(301);
  expect(sent[0]).toMatchObject({
    payload: { EMAIL: "anna@example.com" },
    notes: ["file skipped: cv (cv.pdf, 9000000 bytes)"],
  });
});

test("a filled honeypot is answered like any other submission, and dropped", async () => {
  const { post, sent, env } = await startProducer();
  const spills = async () => (await env.KV.list({ prefix: "spill:" })).keys.length;
  const before = await spills();
  const response = await post(json({ email: "anna@example.com", __pg_hp: "x" }));
  expect(response.status).toBe(202);
  expect(await response.json()).toEqual({
    submission_id: expect.stringMatching(/^[0-9a-f-]{14}7/),
    status: "accepted",
    redirect_url: "https://shop.example/thank-you",
  });
  const page = await post(urlencoded("email=nonsense&__pg_website=x"));
  expect([page.status, page.headers.get("location")]).toEqual([301, "https://shop.example/thank-you"]);
  expect(sent).toEqual([]);
  expect(await spills()).toBe(before);
});

test("with bot detection off a filled honeypot goes through, marked", async () => {
  for (const changes of [{ env: { BOT_LEAD_DETECTION: "false" } }, { form: { bot_detection: false } }]) {
    const { post, sent } = await startProducer(changes);
    await post(json({ email: "anna@example.com", __pg_hp: "x" }));
    expect(sent).toMatchObject([{ is_bot: true, fields: { honeypot: "x" } }]);
  }
});

test("a filled honeypot that is quarantined is answered like any other submission, and marked for it", async () => {
  const changes = [
    { env: { BOT_LEAD_DETECTION: "quarantine" } },
    { form: { bot_detection: true, honeypot_mode: "quarantine" } as const },
  ];
  for (const change of changes) {
    const { post, sent } = await startProducer(change);
    const filled = await post(json({ email: "anna@example.com", __pg_hp: "x" }));
    const empty = await post(json({ email: "anna@example.com", __pg_hp: "" }));
    expect([filled.status, Object.keys(await filled.json<object>())]).toEqual([
      empty.status,
      Object.keys(await empty.json<object>()),
    ]);
    expect(sent).toMatchObject([{ is_bot: true, quarantine: "kept" }, { is_bot: false }]);
    expect(sent[1]).not.toHaveProperty("quarantine");
  }
});

test("a form's own bot detection outranks the Worker's", async () => {
  const { post, sent } = await startProducer({
    env: { BOT_LEAD_DETECTION: "false" },
    form: { bot_detection: true },
  });
  await post(json({ email: "anna@example.com", __pg_hp: "x" }));
  expect(sent).toEqual([]);
});

test("ids sort by time; with an Idempotency-Key the same request has the same id", async () => {
  const { post, sent } = await startProducer();
  const send = (email: string, key?: string) =>
    post({
      headers: {
        "content-type": "application/json",
        ...(key === undefined ? {} : { "idempotency-key": key }),
      },
      body: JSON.stringify({ email }),
    });
  await send("anna@example.com");
  await send("anna@example.com", "k1");
  await send("anna@example.com", "k1");
  await send("otto@example.com", "k1");
  const [fresh, first, again, other] = sent.map(({ submission_id }) => submission_id);
  expect(fresh?.charAt(14)).toBe("7");
  expect(first?.charAt(14)).toBe("8");
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});

test("the action's query does not tell a repeated request from the first, unless there is nothing else", async () => {
  const { fetch, formKey, sent } = await startProducer();
  const send = async (query: string, body: string) => {
    const headers = { "content-type": "application/x-www-form-urlencoded", "idempotency-key": "k1" };
    await fetch(`/f/${formKey}?${query}`, { method: "POST", headers, body });
    return sent.at(-1)?.submission_id;
  };
  const first = await send("_=1", "email=anna%40example.com");
  expect(await send("_=2&utm_source=x", "email=anna%40example.com")).toBe(first);
  expect(await send("_=1", "email=otto%40example.com")).not.toBe(first);
  const anna = await send("email=anna%40example.com", "");
  expect(await send("email=anna%40example.com", "")).toBe(anna);
  expect(await send("email=otto%40example.com", "")).not.toBe(anna);
});

test("a surname that only the action's query holds is part of the name and of the payload", async () => {
  const { fetch, formKey, sent } = await startProducer();
  const body = "first_name=Asha&email=asha%40client.io";
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  await fetch(`/f/${formKey}?last_name=Rao`, { method: "POST", headers, body });
  expect(sent).toMatchObject([{ fields: { name: "Asha Rao" }, payload: { last_name: "Rao" } }]);
});

test.each(["", "x".repeat(256), "a b"])("the Idempotency-Key %j is refused", async (key) => {
  const { post, sent } = await startProducer();
  const response = await post({
    headers: { "content-type": "application/json", "idempotency-key": key },
    body: '{"email":"anna@example.com"}',
  });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("Idempotency-Key");
  expect(sent).toEqual([]);
});

test("a body too big for a message leaves its payload in KV, its fields in the message", async () => {
  const { post, sent, env } = await startProducer();
  const body = { email: "anna@example.com", message: "ä".repeat(20_000), notes: '"'.repeat(20_000) };
  expect((await post(json(body))).status).toBe(202);
  expect(sent[0]).toMatchObject({
    payload: null,
    fields: { email: "anna@example.com", message: body.message },
  });
  expect(await env.KV.get(kvKeys.payload(sent[0]?.submission_id ?? ""), "json")).toEqual(body);
});

test("the form says with which status and where to a browser is sent", async () => {
  const { post } = await startProducer({
    form: { redirect_status: 303, thank_you_url: "https://thanks.example/done" },
  });
  const response = await post(urlencoded("email=anna%40example.com"));
  expect([response.status, response.headers.get("location")]).toEqual([303, "https://thanks.example/done"]);
});

test("an allowed _next outranks the form's thank-you page, any other does not", async () => {
  const { post } = await startProducer({ form: { thank_you_url: "https://thanks.example/done" } });
  const sentTo = async (next: string) =>
    (await post(urlencoded(`email=anna%40example.com&_next=${encodeURIComponent(next)}`))).headers.get(
      "location",
    );
  expect(await sentTo("https://www.shop.example/danke")).toBe("https://www.shop.example/danke");
  for (const next of [
    "https://evil.test/",
    "javascript:alert(1)",
    "/relative",
    "https://shop.example@evil.test",
  ])
    expect(await sentTo(next)).toBe("https://thanks.example/done");
  expect(await sentTo("https://shop.example/\r\nset-cookie: x=1")).toBe(
    "https://shop.example/set-cookie:%20x=1",
  );
});

test("without any allowed page the browser ends on ours", async () => {
  const { post } = await startProducer({ form: { allowed_hosts: [] } });
  const response = await post(urlencoded("email=anna%40example.com&_next=https%3A%2F%2Fevil.test"));
  expect(response.headers.get("location")).toBe("https://leads.test/thank-you");
});

test("a form that does not exist is a 404 for browser and script", async () => {
  const { post, sent } = await startProducer({ form: null });
  const page = await post(urlencoded("email=anna%40example.com"));
  expect([page.status, page.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
  const problem = await post(json({ email: "anna@example.com" }));
  expect([problem.status, problem.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
  expect(sent).toEqual([]);
});
