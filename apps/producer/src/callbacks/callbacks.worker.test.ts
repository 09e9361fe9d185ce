import { env } from "cloudflare:test";
import { callbackMessageSchema } from "@leadrelay/contracts/callback-message";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import {
  hashOfSecret,
  newCallbackKey,
  newCallbackSecret,
} from "@leadrelay/signing/callbacks/callback-secret";
import { createCallbackSigner } from "@leadrelay/signing/callbacks/callback-signer";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { json, startProducer, urlencoded, wrapped } from "../../test/producer-under-test.ts";

const master = `k1:${btoa("m".repeat(32))}`;
const delivery = "6bbde7b5-7fdb-83e9-ab31-475779792369";
const lead = "0199c0de-0000-7000-8000-000000000001";

beforeAll(async () => {
  const { publicKeys } = await createCallbackSigner(master);
  await env.KV.put(kvKeys.callbackKeys, JSON.stringify({ v: 1, public_keys: publicKeys }));
});

const tokenFor = async (id = delivery) => (await createCallbackSigner(master)).tokenOf("cli_1", id);

/** A client with a secret of its own, known at the edge. */
async function client(until: number | null = null) {
  const key = newCallbackKey(crypto.getRandomValues(new Uint8Array(12)));
  const secret = newCallbackSecret(key, crypto.getRandomValues(new Uint8Array(32)));
  const secrets = [{ hash: await hashOfSecret(secret), until }];
  await env.KV.put(kvKeys.callbacks(key), JSON.stringify({ v: 1, client_id: "cli_1", secrets }));
  return { key, secret };
}

const kvDown = () => wrapped(env.KV, { get: () => Promise.reject(new Error("KV GET failed: 500")) });
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

describe("a scenario's callback", () => {
  const at = (token: string) => `/callbacks/make/${delivery}?token=${token}`;

  test("with the token of its delivery is queued, and told so", async () => {
    const { fetch, sent } = await startProducer();
    const answer = await fetch(at(await tokenFor()), { method: "POST", ...json({ status: "success" }) });
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true, stored: true }]);
    expect(sent).toEqual([
      {
        v: 1,
        type: "callback",
        callback_id: expect.any(String) as string,
        received_at: expect.any(Number) as number,
        proof: { by: "edge", client_id: "cli_1" },
        said: { kind: "execution", delivery_id: delivery, result: "done", status: "success" },
      },
    ]);
    expect(callbackMessageSchema.parse(sent[0])).toEqual(sent[0]);
  });

  test.each<[what: string, init: RequestInit]>([
    ["an empty body", {}],
    ["a form", urlencoded("status=success&execution_url=https%3A%2F%2Fmake.example%2F1")],
    ["JSON without its type", { body: JSON.stringify({ status: "success" }) }],
    ["blanks", { body: "  " }],
  ])("may have %s", async (_what, init) => {
    const { fetch, sent } = await startProducer();
    const answer = await fetch(at(await tokenFor()), { method: "POST", ...init });
    expect(await answer.json()).toEqual({ ok: true, stored: true });
    expect(sent).toMatchObject([{ said: { kind: "execution", result: "done" } }]);
  });

  test("may say it all in its address", async () => {
    const { fetch, sent } = await startProducer();
    await fetch(`${at(await tokenFor())}&status=error&error=no+such+list`, { method: "POST" });
    expect(sent).toMatchObject([{ said: { result: "failed", error: "no such list" } }]);
  });

  test("is let in by the client's secret, too", async () => {
    const { secret } = await client();
    const { fetch, sent } = await startProducer();
    await fetch(`/callbacks/make/${delivery}`, { method: "POST", headers: bearer(secret) });
    expect(sent).toMatchObject([{ proof: { by: "edge", client_id: "cli_1" } }]);
    expect(JSON.stringify(sent)).not.toContain(secret);
  });

  test("whose token KV cannot check goes on to be looked at, without the answer waiting for it", async () => {
    const token = await tokenFor();
    const { fetch, sent } = await startProducer({ env: { KV: kvDown() } });
    expect(await (await fetch(at(token), { method: "POST" })).json()).toEqual({ ok: true, stored: true });
    expect(sent).toMatchObject([{ proof: { by: "token", token } }]);
  });
});

describe("what is not kept is answered 200, with the reason", () => {
  test.each<
    [
      what: string,
      path: (own: { key: string; secret: string; token: string }) => string,
      init: (own: { secret: string }) => RequestInit,
      reason: string,
    ]
  >([
    ["no token", () => `/callbacks/make/${delivery}`, () => ({}), "no token"],
    [
      "the token of another delivery",
      ({ token }) => `/callbacks/make/6bbde7b5-7fdb-83e9-ab31-475779792368?token=${token}`,
      () => ({}),
      "not of this delivery",
    ],
    [
      "a token of somebody else",
      () => `/callbacks/make/${delivery}?token=cli_1.${"A".repeat(86)}`,
      () => ({}),
      "not of this delivery",
    ],
    ["what is no token", () => `/callbacks/make/${delivery}?token=abc`, () => ({}), "not this client's"],
    [
      "a status that says neither",
      ({ token }) => `/callbacks/make/${delivery}?token=${token}&status=running`,
      () => ({}),
      "success or error",
    ],
    ["no secret", ({ key }) => `/callbacks/crm/${key}`, () => json({ lead_id: 1, crm_id: 2 }), "no secret"],
    [
      "a secret with a letter changed",
      ({ key }) => `/callbacks/crm/${key}`,
      ({ secret }) => ({ ...json({ lead_id: 1, crm_id: 2 }), headers: bearer(`${secret.slice(0, -2)}__`) }),
      "not this client's",
    ],
    [
      "another client's secret",
      () => `/callbacks/crm/cbk_0123456789abcdef`,
      ({ secret }) => ({ headers: bearer(secret) }),
      "not this client's",
    ],
    [
      "a key that nobody has",
      () => "/callbacks/crm/cbk_0123456789abcdef",
      () => ({ headers: bearer(`cbk_0123456789abcdef.${"A".repeat(43)}`) }),
      "no such callback key",
    ],
    [
      "what is no key",
      () => "/callbacks/crm/demo",
      ({ secret }) => ({ headers: bearer(secret) }),
      "no such callback key",
    ],
    [
      "no lead",
      ({ key }) => `/callbacks/crm/${key}/activity`,
      ({ secret }) => ({ headers: bearer(secret) }),
      "no lead is named",
    ],
    [
      "an outcome that is none",
      ({ key }) => `/callbacks/crm/${key}/outcome?lead_id=1&outcome=maybe`,
      ({ secret }) => ({ headers: bearer(secret) }),
      "contacted, qualified",
    ],
    [
      "a body that is none",
      ({ key }) => `/callbacks/crm/${key}`,
      ({ secret }) => ({ body: '{"a', headers: { ...bearer(secret), "content-type": "application/json" } }),
      "not valid JSON",
    ],
    [
      "a message without Twilio's signature",
      () => "/callbacks/twilio/dst_1",
      () => urlencoded("Body=hi"),
      "X-Twilio-Signature",
    ],
    [
      "what is no message of Twilio's, and grows beyond what the queue takes",
      () => "/callbacks/twilio/dst_1",
      () => ({
        body: Array.from({ length: 30 }, (_, index) => `f${index}=${"\u0001".repeat(2_000)}`).join("&"),
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "x-twilio-signature": `${"A".repeat(27)}=`,
        },
      }),
      "no message of Twilio's",
    ],
  ])("%s", async (_what, path, init, reason) => {
    const own = { ...(await client()), token: await tokenFor() };
    const { fetch, sent } = await startProducer();
    const answer = await fetch(path(own), { method: "POST", ...init(own) });
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { ok: true, stored: false, reason: expect.stringContaining(reason) as string },
    ]);
    expect(sent).toEqual([]);
  });

  test("a secret whose overlap is over", async () => {
    const { key, secret } = await client(Date.now() - 1);
    const { fetch } = await startProducer();
    const answer = await fetch(`/callbacks/crm/${key}?lead_id=1&crm_id=2`, {
      method: "POST",
      headers: bearer(secret),
    });
    expect(await answer.json()).toMatchObject({ stored: false });
  });
});

describe("a CRM's callback", () => {
  test.each<
    [
      where: string,
      show: (secret: string) => { headers?: Record<string, string>; query?: string; fields?: object },
    ]
  >([
    ["in Authorization", (secret) => ({ headers: bearer(secret) })],
    ["as a password", (secret) => ({ headers: { authorization: `Basic ${btoa(`crm:${secret}`)}` } })],
    ["as a name", (secret) => ({ headers: { authorization: `Basic ${btoa(`${secret}:`)}` } })],
    ["in a header of its own", (secret) => ({ headers: { "x-callback-secret": secret } })],
    ["in the address", (secret) => ({ query: `?secret=${secret}` })],
    ["in the body", (secret) => ({ fields: { secret } })],
  ])("may show its secret %s, and it goes no further", async (_where, show) => {
    const { key, secret } = await client(Date.now() + 60_000);
    const { headers = {}, query = "", fields = {} } = show(secret);
    const { fetch, sent } = await startProducer();
    const body = JSON.stringify({ lead_public_id: lead, crm_lead_id: "512", ...fields });
    await fetch(`/callbacks/crm/${key}${query}`, { method: "POST", body, headers });
    expect(sent).toMatchObject([
      {
        proof: { by: "edge", client_id: "cli_1" },
        said: { kind: "link", lead: { lead_public_id: lead }, crm_lead_id: "512" },
      },
    ]);
    expect(JSON.stringify(sent)).not.toContain(secret);
  });

  test("whose secret KV cannot check goes on by what it hashes to", async () => {
    const { key, secret } = await client();
    const { fetch, sent } = await startProducer({ env: { KV: kvDown() } });
    await fetch(`/callbacks/crm/${key}/outcome?lead_id=1&outcome=won`, {
      method: "POST",
      headers: bearer(secret),
    });
    expect(sent).toMatchObject([{ proof: { by: "secret", key, hash: await hashOfSecret(secret) } }]);
  });
});

test("Twilio's message goes on as it was signed, and its answer sends nothing back", async () => {
  const { fetch, sent } = await startProducer();
  const signature = `${"A".repeat(27)}=`;
  const init = urlencoded("Body=Yes+%26+no&From=%2B919999900000");
  const headers = { "content-type": "application/x-www-form-urlencoded", "x-twilio-signature": signature };
  const answer = await fetch("/callbacks/twilio/dst_1?a=b", { method: "POST", ...init, headers });
  expect([answer.status, await answer.text(), answer.headers.get("content-type")]).toEqual([
    200,
    "<Response/>",
    "text/xml",
  ]);
  expect(sent).toMatchObject([
    {
      proof: { by: "signature" },
      said: {
        kind: "twilio",
        destination_id: "dst_1",
        signature,
        url: "https://leads.test/callbacks/twilio/dst_1?a=b",
        fields: [
          ["Body", "Yes & no"],
          ["From", "+919999900000"],
        ],
      },
    },
  ]);
});

describe("a callback that", () => {
  const post = async (given: Parameters<typeof startProducer>[0]) => {
    const producer = await startProducer(given);
    const answer = await producer.fetch(`/callbacks/make/${delivery}?token=${await tokenFor()}`, {
      method: "POST",
    });
    return { ...producer, answer };
  };
  const refusing = wrapped(env.LEADS_QUEUE, { send: () => Promise.reject(new Error("queue away")) });

  test("the queue refuses is kept in KV, without anything of it in the log", async () => {
    const lines = vi.spyOn(console, "log");
    const kept: string[] = [];
    const put: KVNamespace["put"] = async (key, value) =>
      void kept.push(`${key} ${typeof value === "string" ? value : ""}`);
    const { answer } = await post({ env: { LEADS_QUEUE: refusing, KV: wrapped(env.KV, { put }) } });
    expect(await answer.json()).toEqual({ ok: true, stored: true });
    expect(kept).toEqual([expect.stringMatching(/^spill:\S+ \{.*"execution"/) as string]);
    expect(JSON.stringify(lines.mock.calls)).toContain("intake.spilled");
    expect(JSON.stringify(lines.mock.calls)).not.toContain(delivery);
    lines.mockRestore();
  });

  test("nothing takes is told to come again", async () => {
    const kv = wrapped(env.KV, { put: () => Promise.reject(new Error("KV away")) });
    const { answer } = await post({ env: { LEADS_QUEUE: refusing, KV: kv } });
    expect([answer.status, await answer.json()]).toMatchObject([503, { ok: false, stored: false }]);
  });

  test("a journal keeps is in it before the queue has it", async () => {
    const order: string[] = [];
    const journal = {
      put: async () => void order.push("journal"),
      del: async () => {},
      listStale: async () => [],
    };
    const send: Queue["send"] = async () => {
      order.push("queue");
      return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
    };
    await post({ env: { JOURNAL: journal, LEADS_QUEUE: wrapped(env.LEADS_QUEUE, { send }) } });
    expect(order).toEqual(["journal", "queue"]);
  });

  test("is no POST is refused, and its body read", async () => {
    const { fetch, sent } = await startProducer();
    for (const method of ["GET", "PUT", "DELETE"]) {
      const answer = await fetch(`/callbacks/make/${delivery}?token=${await tokenFor()}`, { method });
      expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
    }
    expect(sent).toEqual([]);
  });
});

test("nothing that a stranger sends makes a 500", async () => {
  const { fetch, sent } = await startProducer();
  const deep = `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`;
  const bodies = [
    "",
    "\0",
    "{",
    "[1]",
    "null",
    deep,
    "%E0%A4%A",
    "a=%ZZ",
    "x".repeat(400_000),
    '{"__proto__":{"token":"x"}}',
  ];
  for (const path of ["make/x", "crm/cbk_0123456789abcdef", "crm/a/activity", "crm/a/outcome", "twilio/a"])
    for (const body of bodies)
      for (const type of [
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=b",
        "nonsense",
      ]) {
        const headers = {
          "content-type": type,
          authorization: "Basic %%%",
          "x-twilio-signature": "é".repeat(3),
        };
        const answer = await fetch(`/callbacks/${path}?token=%00&secret=%F0`, {
          method: "POST",
          body,
          headers: { ...headers, "x-twilio-signature": `${"A".repeat(27)}=` },
        });
        expect([path, body.slice(0, 20), answer.status]).toEqual([path, body.slice(0, 20), 200]);
      }
  expect(sent.every((message) => callbackMessageSchema.safeParse(message).success)).toBe(true);
});
