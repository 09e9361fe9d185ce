import { env } from "cloudflare:test";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { createCallbackSigner } from "@leadrelay/signing/callbacks/callback-signer";
import { beforeAll, expect, test, vi } from "vitest";
import { startProducer, urlencoded, wrapped } from "../../test/producer-under-test.ts";

const master = `k1:${btoa("m".repeat(32))}`;
const delivery = "6bbde7b5-7fdb-83e9-ab31-475779792369";
const signature = `${"A".repeat(27)}=`;
const headers = {
  "content-type": "application/x-www-form-urlencoded",
  "x-twilio-signature": signature,
  "cf-connecting-ip": "203.0.113.7",
};
const message = (more: Record<string, string> = {}): RequestInit => ({
  ...urlencoded("Body=Yes&From=%2B919999900000"),
  method: "POST",
  headers: { ...headers, ...more },
});
const limiter = (limit: RateLimit["limit"]) => ({ env: { CALLBACK_RATE: { limit } } });
const over = limiter(async () => ({ success: false }));

beforeAll(async () => {
  const { publicKeys } = await createCallbackSigner(master);
  await env.KV.put(kvKeys.callbackKeys, JSON.stringify({ v: 1, public_keys: publicKeys }));
});

const tokenOf = async (id = delivery) => (await createCallbackSigner(master)).tokenOf("cli_1", id);

test("of 605 messages from one address within a minute those beyond six hundred cost no message of the queue", async () => {
  const { fetch, sent } = await startProducer();
  const destination = `dst_${crypto.randomUUID()}`;
  // The limiter's minutes are those of the clock: these must not lie around the full one.
  const secondsLeft = 60 - ((Date.now() / 1_000) % 60);
  if (secondsLeft < 10) await scheduler.wait(secondsLeft * 1_000 + 50);
  const answers = Array.from({ length: 605 }, () => fetch(`/callbacks/twilio/${destination}`, message()));
  const statuses = (await Promise.all(answers)).map(({ status }) => status);
  expect([200, 429].map((status) => statuses.filter((one) => one === status).length)).toEqual([600, 5]);
  expect(sent).toHaveLength(600);
  // What one floods is no other's: neither another address's door nor another destination's.
  const others = [
    fetch(`/callbacks/twilio/${destination}`, message({ "cf-connecting-ip": "203.0.113.8" })),
    fetch(`/callbacks/twilio/dst_${crypto.randomUUID()}`, message()),
  ];
  expect((await Promise.all(others)).map(({ status }) => status)).toEqual([200, 200]);
}, 30_000);

test("what is beyond is told to come later, and is not kept", async () => {
  const { fetch, sent } = await startProducer(over);
  const answer = await fetch("/callbacks/twilio/dst_1", message());
  expect([answer.status, answer.headers.get("retry-after"), await answer.json()]).toEqual([
    429,
    "60",
    { ok: false, stored: false, reason: expect.stringContaining("within a minute") as string },
  ]);
  expect(sent).toEqual([]);
});

test.each<[what: string, query: () => Promise<string>, isTaken: boolean]>([
  [
    "with the token of the delivery that it names",
    async () => `?delivery=${delivery}&token=${await tokenOf()}`,
    true,
  ],
  [
    "with the token of another",
    async () => `?delivery=${delivery}&token=${await tokenOf(delivery.replace("6", "7"))}`,
    false,
  ],
  ["with a token that is none", async () => `?delivery=${delivery}&token=x`, false],
  ["with a delivery alone", async () => `?delivery=${delivery}`, false],
  ["with a token alone", async () => `?token=${await tokenOf()}`, false],
])("beyond the rate a status %s", async (_what, query, isTaken) => {
  const { fetch, sent } = await startProducer(over);
  const answer = await fetch(`/callbacks/twilio/dst_1${await query()}`, message());
  expect([answer.status, sent.length]).toEqual(isTaken ? [200, 1] : [429, 0]);
});

test("a token that KV cannot check costs no true one", async () => {
  const kv = wrapped(env.KV, { get: () => Promise.reject(new Error("KV GET failed: 500")) });
  const { fetch, sent } = await startProducer({ env: { ...over.env, KV: kv } });
  await fetch(`/callbacks/twilio/dst_1?delivery=${delivery}&token=${await tokenOf()}`, message());
  expect(sent).toHaveLength(1);
});

test.each<[how: string, given: Parameters<typeof startProducer>[0]]>([
  ["there is no limiter", { env: { CALLBACK_RATE: undefined } }],
  ["the limiter is away", limiter(() => Promise.reject(new Error("away")))],
  ["the limiter never answers", limiter(() => new Promise(() => undefined))],
])("nothing is turned away where %s", async (_how, given) => {
  const { fetch, sent } = await startProducer(given);
  expect((await fetch("/callbacks/twilio/dst_1", message())).status).toBe(200);
  expect(sent).toHaveLength(1);
});

test("other doors are not counted: a wrong token or secret costs no message there", async () => {
  const asked: string[] = [];
  const { fetch } = await startProducer(
    limiter(async ({ key }) => {
      asked.push(key);
      return { success: false };
    }),
  );
  const answer = await fetch(`/callbacks/make/${delivery}?token=${await tokenOf()}`, message());
  expect(await answer.json()).toEqual({ ok: true, stored: true });
  expect(asked).toEqual([]);
});

test("whose door is flooded is told once a minute, and nothing of who floods it", async () => {
  const lines = vi.spyOn(console, "log");
  const { fetch } = await startProducer(over);
  for (let n = 0; n < 3; n += 1) await fetch("/callbacks/twilio/dst_1", message());
  const told = lines.mock.calls.map(String).filter((line) => line.includes("callback.too_fast"));
  lines.mockRestore();
  expect(told).toEqual(['{"event":"callback.too_fast","destination_id":"dst_1"}']);
});
