import { env } from "cloudflare:test";
import { signRequest } from "@leadrelay/signing/request-signature/sign-request";
import { newAccessKeyId, newAccessKeySecret } from "@leadrelay/signing/access-keys/access-key";
import { submissionMessageSchema } from "@leadrelay/contracts/submission-message";
import { describe, expect, test } from "vitest";
import { publishSource } from "../../test/edge-source.ts";
import { json, startProducer, urlencoded, wrapped } from "../../test/producer-under-test.ts";

const keyId = () => newAccessKeyId(crypto.getRandomValues(new Uint8Array(15)));
const secretOf = (fill: number) => newAccessKeySecret(new Uint8Array(32).fill(fill));
const post = (init: RequestInit = {}): RequestInit => ({ method: "POST", ...init });

async function signedSource(given: Parameters<typeof startProducer>[0] = {}, more: object = {}) {
  const producer = await startProducer(given);
  const key = keyId();
  const secret = secretOf(1);
  await publishSource({ kind: "signed", formKey: producer.formKey, key, settings: { secret }, ...more });
  const send = async (value: unknown, { nonce = crypto.randomUUID(), by = secret, at = Date.now() } = {}) => {
    const body = JSON.stringify(value);
    const timestamp = Math.floor(at / 1000);
    const headers = await signRequest({
      keyId: key,
      secret: by,
      method: "POST",
      url: "https://leads.test/v1/leads",
      body,
      timestamp,
      nonce,
    });
    return producer.fetch(
      "/v1/leads",
      post({ body, headers: { ...headers, "content-type": "application/json" } }),
    );
  };
  return { ...producer, key, secret, send };
}
const lead = { name: "Asha Rao", email: "asha@example.com" };

describe("a server that signs", () => {
  test("has its lead taken as a submission of the form, by a machine and of no address", async () => {
    const { send, sent, formKey } = await signedSource();
    const answer = await send({ ...lead, note: "x" });
    const body = await answer.json<{ results: { submission_id: string }[] }>();
    expect(answer.status).toBe(202);
    expect(submissionMessageSchema.parse(sent[0])).toEqual(sent[0]);
    expect(sent).toMatchObject([
      {
        submission_id: body.results[0]?.submission_id,
        form_key: formKey,
        channel: "server",
        fields: { name: "Asha Rao", email: "asha@example.com" },
        payload: { note: "x" },
        context: { ip: null, user_agent: null },
        source: { lead_key: null },
        notes: [expect.stringContaining("A source") as string],
      },
    ]);
  });

  test("gets the same submission for the same nonce, and another for another body under it", async () => {
    const { send, sent } = await signedSource();
    const nonce = "nonce-0123456789abcdef";
    await send({ leads: [lead, { ...lead, email: "b@example.com" }] }, { nonce });
    await send({ leads: [lead, { ...lead, email: "b@example.com" }] }, { nonce, at: Date.now() - 3_600_000 });
    await send({ leads: [lead, { ...lead, email: "c@example.com" }] }, { nonce });
    const ids = sent.map(({ submission_id }) => submission_id);
    expect(ids.slice(2, 4).toSorted()).toEqual(ids.slice(0, 2).toSorted());
    expect(new Set(ids).size).toBe(3);
  });

  test("is told of each of a hundred leads what became of it, in its order", async () => {
    const { send, sent } = await signedSource();
    const leads = Array.from({ length: 100 }, (_, at) =>
      at === 42 ? { name: "Nobody" } : { email: `p${at}@example.com` },
    );
    const answer = await send({ leads });
    const body = await answer.json<{
      accepted: number;
      refused: number;
      results: { index: number; status: string; code?: string }[];
    }>();
    expect([answer.status, body.accepted, body.refused, sent.length]).toEqual([202, 99, 1, 99]);
    expect(body.results.map(({ index }) => index)).toEqual(leads.map((_, at) => at));
    expect(body.results[42]).toMatchObject({ status: "refused", code: "no_contact" });
  });

  test("has what is no lead refused by itself, and the others beside it taken", async () => {
    const { send, sent } = await signedSource();
    const answer = await send({ leads: [lead, "x", {}, { ...lead, email: "b@example.com" }] });
    const body = await answer.json<{ results: object[] }>();
    expect([answer.status, sent.length]).toEqual([202, 2]);
    expect(body.results).toMatchObject([
      { index: 0, status: "accepted" },
      { index: 1, status: "refused", code: "unreadable" },
      { index: 2, status: "refused", code: "unreadable" },
      { index: 3, status: "accepted" },
    ]);
  });

  test.each([
    ["a hundred and one leads", { leads: Array.from({ length: 101 }, () => lead) }, 413],
    ["no lead", { leads: [] }, 400],
    ["a lead that nobody can reach", { name: "Asha" }, 422],
    [
      "a lead nested too deep",
      { email: "a@b.example", deep: JSON.parse(`${"[".repeat(40)}${"]".repeat(40)}`) as unknown },
      422,
    ],
    ["a lead that is too long", { email: "a@b.example", text: "x".repeat(200_000) }, 422],
  ])("is refused %s", async (_what, value, status) => {
    const { send, sent } = await signedSource();
    expect([(await send(value)).status, sent.length]).toEqual([status, 0]);
  });

  test("is refused another secret, unless that is the one before and its time is not over", async () => {
    const previous = (until: number) => ({ previous: { settings: { secret: secretOf(2) }, until } });
    const now = await signedSource({}, previous(Date.now() + 60_000));
    expect((await now.send(lead, { by: secretOf(2) })).status).toBe(202);
    expect((await now.send(lead, { by: secretOf(3) })).status).toBe(401);
    const over = await signedSource({}, previous(Date.now() - 1));
    expect((await over.send(lead, { by: secretOf(2) })).status).toBe(401);
    expect(over.sent).toEqual([]);
  });

  test("is shown how to post by whoever has the key's id, with no secret on the page", async () => {
    const { fetch, key, secret } = await signedSource({ form: { field_mapping: { kontakt: "email" } } });
    const page = await fetch(`/v1/leads/${key}`);
    const text = await page.text();
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    for (const part of [key, "kontakt", "X-LeadRelay-Signature", "422", "openssl"])
      expect(text).toContain(part);
    expect(text).not.toContain(secret);
  });

  test("has none of it acknowledged where some cannot be saved, and all of it once it can", async () => {
    const isAway = { value: true };
    const failing = { send: () => (isAway.value ? Promise.reject(new Error("queue")) : Promise.resolve()) };
    const kv = wrapped(env.KV, { put: () => Promise.reject(new Error("KV PUT failed")) });
    const given = { env: { LEADS_QUEUE: wrapped(env.LEADS_QUEUE, failing as never), KV: kv } };
    const { send } = await signedSource(given);
    const nonce = "nonce-fedcba9876543210";
    const answer = await send(lead, { nonce });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "60"]);
    isAway.value = false;
    expect((await send(lead, { nonce })).status).toBe(202);
  });
});

describe("an address of a source", () => {
  test.each([
    ["nobody", "/s/0123456789012345678901234", 404],
    ["nobody, by a key", "/v1/leads/lrk_00000000000000000000", 404],
    ["nobody, and names no key", "/v1/leads", 401],
  ])("of %s takes nothing", async (_whose, path, status) => {
    const { fetch, sent } = await startProducer();
    expect([(await fetch(path, post(json(lead)))).status, sent.length]).toEqual([status, 0]);
  });

  test("answers a 503 while KV cannot tell, while it is paused, and where its seal does not open", async () => {
    const producer = await startProducer();
    const { formKey } = producer;
    const paused = await publishSource({ kind: "indiamart", formKey, change: { enabled: false } });
    const broken = await publishSource({
      kind: "indiamart",
      formKey,
      change: { sealed_settings: "v1.test.AAAA.AAAA" },
    });
    const later = await publishSource({ kind: "carrier_pigeon", formKey });
    for (const { key } of [paused, broken, later])
      expect((await producer.fetch(`/s/${key}`, post(json(lead)))).status).toBe(503);
    const kv = wrapped(env.KV, { get: () => Promise.reject(new Error("KV GET failed: 500")) });
    const blind = await startProducer({ env: { KV: kv } });
    expect((await blind.fetch(`/s/${paused.key}`, post(json(lead)))).status).toBe(503);
    expect([...producer.sent, ...blind.sent]).toEqual([]);
  });

  test("that was rotated takes leads until its time is over", async () => {
    const { fetch, formKey } = await startProducer();
    const push = { RESPONSE: { UNIQUE_QUERY_ID: "1", SENDER_EMAIL: "a@b.example" } };
    const status = async (until: number) => {
      const { key } = await publishSource({ kind: "indiamart", formKey, change: { until } });
      return (await fetch(`/s/${key}`, post(json(push)))).status;
    };
    expect([await status(Date.now() + 60_000), await status(Date.now() - 1)]).toEqual([200, 404]);
  });

  test("does not open what signs with a key, nor a key what has an address", async () => {
    const { fetch, formKey } = await startProducer();
    const signed = await publishSource({ kind: "signed", formKey, settings: { secret: secretOf(1) } });
    const portal = await publishSource({ kind: "indiamart", formKey, key: keyId() });
    expect((await fetch(`/s/${signed.key}`, post(json(lead)))).status).toBe(404);
    expect((await fetch(`/v1/leads/${portal.key}`, post(json(lead)))).status).toBe(404);
  });

  test("that was moved to another form still knows what came before", async () => {
    const [before, after] = [await startProducer(), await startProducer()];
    const push = { RESPONSE: { UNIQUE_QUERY_ID: "1", SENDER_EMAIL: "a@b.example" } };
    const { key, source_id } = await publishSource({ kind: "indiamart", formKey: before.formKey });
    await before.fetch(`/s/${key}`, post(json(push)));
    const moved = await publishSource({
      kind: "indiamart",
      formKey: after.formKey,
      key,
      source_id,
    });
    await after.fetch(`/s/${moved.key}`, post(json(push)));
    expect(after.sent[0]?.form_key).toBe(after.formKey);
    expect(after.sent[0]?.submission_id).toBe(before.sent[0]?.submission_id);
  });

  test("of a form that was deleted takes nothing", async () => {
    const { fetch, sent } = await startProducer();
    const { key } = await publishSource({ kind: "indiamart", formKey: "frm_gone" });
    const push = { RESPONSE: { UNIQUE_QUERY_ID: "1", SENDER_EMAIL: "a@b.example" } };
    expect([(await fetch(`/s/${key}`, post(json(push)))).status, sent.length]).toEqual([404, 0]);
  });
});

describe("a portal", () => {
  test("Google's lead is the same however often it is sent, its test is a test, and its key goes no further", async () => {
    const { fetch, sent, formKey } = await startProducer();
    const { key } = await publishSource({
      kind: "google_ads",
      formKey,
      settings: { google_key: "key-0123456789" },
    });
    const body = `{"lead_id":12345678901234567890,"google_key":"key-0123456789","is_test":true,"user_column_data":[{"column_id":"EMAIL","string_value":"a@b.example"}]}`;
    const first = await fetch(`/s/${key}`, post({ body, headers: { "content-type": "application/json" } }));
    await fetch(
      `/s/${key}`,
      post({ body: body.replace("a@b", "c@b"), headers: { "content-type": "application/json" } }),
    );
    expect([first.status, await first.text()]).toEqual([200, "{}"]);
    expect(new Set(sent.map(({ submission_id }) => submission_id)).size).toBe(1);
    expect(sent[0]).toMatchObject({
      source: { lead_key: "12345678901234567890" },
      payload: { __leadrelay_test: "yes" },
    });
    expect(JSON.stringify(sent)).not.toContain("key-0123456789");
    const wrong = await fetch(`/s/${key}`, post({ body: body.replace("key-0", "key-1") }));
    expect([wrong.status, Object.keys(await wrong.json<object>())]).toEqual([401, ["message"]]);
  });

  test.each<[how: string, path: string, init: RequestInit]>([
    ["a query", "?leadid=J1&name=Arun&mobile=9876543210", { method: "GET" }],
    ["a form", "", post(urlencoded("leadid=J1&name=Arun&mobile=9876543210"))],
    ["JSON", "", post(json({ leadid: "J1", name: "Arun", mobile: "9876543210" }))],
  ])("JustDial's comes by %s, and is answered its word", async (_how, query, init) => {
    const { fetch, sent, formKey } = await startProducer();
    const { key } = await publishSource({ kind: "justdial", formKey });
    const answer = await fetch(`/s/${key}${query}`, init);
    expect([answer.status, await answer.text()]).toEqual([200, "SUCCESS"]);
    expect(sent).toMatchObject([
      { fields: { name: "Arun", phone: "9876543210" }, source: { lead_key: "J1" } },
    ]);
  });

  test("Jotform's multipart is read through to its JSON", async () => {
    const { fetch, sent, formKey } = await startProducer();
    const { key } = await publishSource({ kind: "generic", formKey, settings: { preset: "jotform" } });
    const body = new FormData();
    body.set("submissionID", "77");
    body.set(
      "rawRequest",
      JSON.stringify({ q3_name: { first: "Asha", last: "Rao" }, q4_email: "asha@example.com" }),
    );
    expect((await fetch(`/s/${key}`, post({ body }))).status).toBe(200);
    expect(sent).toMatchObject([{ fields: { name: "Asha Rao", email: "asha@example.com" } }]);
  });

  test("any tool's nested JSON is read by the form's own mapping", async () => {
    const { fetch, sent, formKey } = await startProducer({
      form: { field_mapping: { "data.contact.mail": "email" } },
    });
    const { key } = await publishSource({ kind: "generic", formKey, settings: { preset: "none" } });
    await fetch(`/s/${key}`, post(json({ data: { contact: { mail: "asha@example.com" } } })));
    expect(sent).toMatchObject([{ fields: { email: "asha@example.com" } }]);
  });

  test("a list of one lead is that lead", async () => {
    const { fetch, sent, formKey } = await startProducer();
    const settings = { preset: "none", key_path: "id" };
    const { key } = await publishSource({ kind: "generic", formKey, settings });
    expect((await fetch(`/s/${key}`, post(json([{ id: 7, email: "a@b.example" }])))).status).toBe(200);
    expect(sent).toMatchObject([{ fields: { email: "a@b.example" }, source: { lead_key: "7" } }]);
  });

  test.each([
    ["log", { bot_detection: true }, { quarantine: "kept", is_bot: true }],
    ["quarantine", { honeypot_mode: "quarantine" }, { quarantine: "kept", is_bot: true }],
    ["off", { bot_detection: false }, { is_bot: true }],
  ] as const)(
    "what a form of mode %s takes for its honeypot drops no lead",
    async (_mode, form, expected) => {
      const { fetch, sent, formKey } = await startProducer({
        form: { field_mapping: { website: "honeypot" }, ...form },
      });
      const { key } = await publishSource({ kind: "generic", formKey, settings: { preset: "none" } });
      const send = async (value: object) => (await fetch(`/s/${key}`, post(json(value)))).status;
      expect(await send({ email: "a@b.example", website: "https://b.example" })).toBe(200);
      expect(sent).toMatchObject([expected]);
      // Nor is one acknowledged that nothing could come of.
      expect([await send({ name: "Asha", website: "https://b.example" }), sent.length]).toEqual([422, 1]);
    },
  );

  test("what is over a limit is told so by its own", async () => {
    const { fetch, formKey } = await startProducer();
    const { key } = await publishSource({ kind: "generic", formKey, settings: { preset: "none" } });
    const send = async (length: number) => {
      const answer = await fetch(`/s/${key}`, post(json({ email: "a@b.example", x: "x".repeat(length) })));
      return [answer.status, (await answer.json<{ message: string }>()).message];
    };
    expect(await send(130 * 1024)).toEqual([413, expect.stringContaining("128 KB")]);
    expect(await send(11 * 1024 * 1024)).toEqual([413, expect.stringContaining("10 MB")]);
  });

  test.each([
    ["GET", 405],
    ["PUT", 405],
    ["POST", 400],
  ])("a %s that holds nothing is told so (%i)", async (method, status) => {
    const { fetch, formKey } = await startProducer();
    const { key } = await publishSource({ kind: "indiamart", formKey });
    expect((await fetch(`/s/${key}`, { method })).status).toBe(status);
  });
});

test("posts that nobody signed are counted for the form", async () => {
  const told: unknown[] = [];
  const queue = wrapped(env.LEADS_QUEUE, {
    send: (async (message: unknown) => void told.push(message)) as never,
  });
  const { send, outlast } = await signedSource({ env: { LEADS_QUEUE: queue } });
  await send(lead, { by: secretOf(9) });
  await outlast();
  expect(told).toMatchObject([{ type: "intake_counts", counts: [{ reason: "unverified", count: 1 }] }]);
});
