import { env } from "cloudflare:test";
import { newAccessKeyId, newAccessKeySecret } from "@leadrelay/signing/access-keys/access-key";
import { signRequest } from "@leadrelay/signing/request-signature/sign-request";
import { expect, test, vi } from "vitest";
import { publishSource } from "../../test/edge-source.ts";
import { json, startProducer, wrapped } from "../../test/producer-under-test.ts";

const address = { "cf-connecting-ip": "203.0.113.7" };
const from = (init: RequestInit): RequestInit => ({
  method: "POST",
  ...init,
  headers: { ...(init.headers as Record<string, string>), ...address },
});
const limiter = (limit: RateLimit["limit"]) => ({ env: { SOURCE_RATE: { limit } } });
const over = limiter(async () => ({ success: false }));
const push = from(json({ RESPONSE: { UNIQUE_QUERY_ID: "1", SENDER_EMAIL: "a@b.example" } }));
type Given = Parameters<typeof startProducer>[0];

async function portal(given: Given) {
  const producer = await startProducer(given);
  const source = await publishSource({ kind: "indiamart", formKey: producer.formKey });
  return { ...producer, ...source, send: () => producer.fetch(`/s/${source.key}`, push) };
}

test("what comes to a private address beyond the rate is told to come later, and is not kept", async () => {
  const { send, sent } = await portal(over);
  const answer = await send();
  expect([answer.status, answer.headers.get("retry-after"), await answer.json()]).toEqual([
    429,
    "60",
    { CODE: 429, STATUS: "FAILED", MESSAGE: expect.stringContaining("again in a minute") as string },
  ]);
  expect(sent).toEqual([]);
});

test("is counted by source and address, and below the rate taken", async () => {
  const asked: string[] = [];
  const { send, sent, source_id } = await portal(
    limiter(async ({ key }) => {
      asked.push(key);
      return { success: true };
    }),
  );
  expect((await send()).status).toBe(200);
  expect(asked).toEqual([`${source_id}|203.0.113.7`]);
  expect(sent).toHaveLength(1);
});

test("Google's key, beyond the rate, is let in where it is the source's", async () => {
  const { fetch, sent, formKey } = await startProducer(over);
  const google_key = "key-0123456789";
  const { key } = await publishSource({ kind: "google_ads", formKey, settings: { google_key } });
  const user_column_data = [{ column_id: "EMAIL", string_value: "a@b.example" }];
  const status = async (shown: string) =>
    (await fetch(`/s/${key}`, from(json({ lead_id: "1", google_key: shown, user_column_data })))).status;
  expect([await status(google_key), await status("key-9876543210")]).toEqual([200, 429]);
  expect(sent).toHaveLength(1);
});

test("a signature, beyond the rate, is let in where it fits; what does not is neither counted nor logged", async () => {
  const told: unknown[] = [];
  const lines = vi.spyOn(console, "log");
  const queue = wrapped(env.LEADS_QUEUE, {
    send: (async (message: unknown) => void told.push(message)) as never,
  });
  const { fetch, formKey, outlast } = await startProducer({ env: { ...over.env, LEADS_QUEUE: queue } });
  const keyId = newAccessKeyId(crypto.getRandomValues(new Uint8Array(15)));
  const secretOf = (fill: number) => newAccessKeySecret(new Uint8Array(32).fill(fill));
  await publishSource({ kind: "signed", formKey, key: keyId, settings: { secret: secretOf(1) } });
  const status = async (secret: string) => {
    const body = JSON.stringify({ email: "a@b.example" });
    const request = { keyId, secret, method: "POST", url: "https://leads.test/v1/leads", body } as const;
    const signed = await signRequest({
      ...request,
      timestamp: Math.floor(Date.now() / 1000),
      nonce: crypto.randomUUID(),
    });
    return (await fetch("/v1/leads", from({ body, headers: { ...signed } }))).status;
  };
  expect([await status(secretOf(1)), await status(secretOf(2))]).toEqual([202, 429]);
  await outlast();
  const logged = lines.mock.calls.map(String).join();
  lines.mockRestore();
  expect(told).toMatchObject([{ type: "submission" }]);
  expect(logged).not.toContain("source.unverified");
});

test.each<[how: string, given: Given]>([
  ["there is no limiter", { env: { SOURCE_RATE: undefined } }],
  ["the limiter is away", limiter(() => Promise.reject(new Error("away")))],
  ["the limiter never answers", limiter(() => new Promise(() => undefined))],
])("nothing is turned away where %s", async (_how, given) => {
  const { send, sent } = await portal(given);
  expect((await send()).status).toBe(200);
  expect(sent).toHaveLength(1);
});

test("whose door is flooded is told once a minute, and nothing of who floods it", async () => {
  const lines = vi.spyOn(console, "log");
  const { send, source_id } = await portal(over);
  for (let n = 0; n < 3; n += 1) await send();
  const told = lines.mock.calls.map(String).filter((line) => line.includes("source.too_fast"));
  lines.mockRestore();
  expect(told).toEqual([`{"event":"source.too_fast","source_id":"${source_id}"}`]);
});
