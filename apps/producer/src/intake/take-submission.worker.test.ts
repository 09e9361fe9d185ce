import { env } from "cloudflare:test";
import type { Journal } from "@leadrelay/contracts/journal";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import type { SpillMetadata } from "@leadrelay/contracts/spill-metadata";
import { idOfMessage, type QueuedMessage } from "@leadrelay/contracts/queued-message";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { describe, expect, test, vi } from "vitest";
import { json, startProducer, urlencoded, wrapped } from "../../test/producer-under-test.ts";

const refuse = () => Promise.reject(new Error("Queue send failed: 15000"));
const hang = () => new Promise<never>(() => {});

const queueThat = (send: () => Promise<never>) => wrapped(env.LEADS_QUEUE, { send });
const kvThatCannot = (...methods: ("get" | "put")[]) =>
  wrapped(env.KV, Object.fromEntries(methods.map((method) => [method, refuse])));

const lead = json({ email: "anna@example.com", project: "Villa" });
const bigLead = json({ email: "anna@example.com", notes: '"'.repeat(60_000) });

const spilled = (id: string) => env.KV.get<SubmissionMessage>(kvKeys.spill(id), "json");

interface Accepted {
  submission_id: string;
}

/** Success must mean that the message is durable. */
async function whereIs(response: Response, sent: readonly SubmissionMessage[]) {
  const { submission_id: id } = await response.clone().json<Accepted>();
  return {
    queue: sent.some((message) => message.submission_id === id),
    spill: (await spilled(id)) !== null,
  };
}

describe.concurrent("a success answer means that the lead is durable", () => {
  test("in the queue, as a rule", async () => {
    const { post, sent } = await startProducer();
    const response = await post(lead);
    expect(response.status).toBe(202);
    expect(await whereIs(response, sent)).toEqual({ queue: true, spill: false });
  });

  test.each([
    ["refuses", refuse, 0],
    ["hangs", hang, 3_000],
  ])("in the spill when the queue %s", async (_how, send, atLeastMs) => {
    const { post, sent, formKey } = await startProducer({ env: { LEADS_QUEUE: queueThat(send) } });
    const startedAt = Date.now();
    const response = await post(lead);
    expect(response.status).toBe(202);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(atLeastMs - 50);
    expect(Date.now() - startedAt).toBeLessThan(atLeastMs + 2_000);
    expect(await whereIs(response, sent)).toEqual({ queue: false, spill: true });
    const { submission_id: id } = await response.json<Accepted>();
    expect(await spilled(id)).toMatchObject({ form_key: formKey, payload: { project: "Villa" } });
    const { metadata } = await env.KV.getWithMetadata<SpillMetadata>(kvKeys.spill(id));
    expect(metadata?.spilled_at).toBeGreaterThanOrEqual(startedAt + atLeastMs - 50);
  });

  test("a browser is redirected as usual while the queue refuses", async () => {
    const { post } = await startProducer({ env: { LEADS_QUEUE: queueThat(refuse) } });
    const response = await post(urlencoded("email=anna%40example.com"));
    expect([response.status, response.headers.get("location")]).toEqual([
      301,
      "https://shop.example/thank-you",
    ]);
  });

  test("a big lead spills without its payload, which is parked beside it", async () => {
    const { post } = await startProducer({ env: { LEADS_QUEUE: queueThat(refuse) } });
    const { submission_id: id } = await (await post(bigLead)).json<Accepted>();
    expect(await spilled(id)).toMatchObject({ payload: null });
    expect(await env.KV.get(kvKeys.payload(id))).toContain("anna@example.com");
  });
});

describe.concurrent("when nothing takes the lead, nobody is told that it was taken", () => {
  test.each([
    ["queue and KV refuse", { LEADS_QUEUE: queueThat(refuse), KV: kvThatCannot("put") }, lead],
    ["queue and KV hang", { LEADS_QUEUE: queueThat(hang), KV: wrapped(env.KV, { put: hang }) }, lead],
    ["KV cannot park a big payload", { KV: kvThatCannot("put") }, bigLead],
  ])("%s", async (_case, changes, init) => {
    const { post, sent } = await startProducer({ env: changes });
    const response = await post(init);
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining("not saved") });
    expect(sent).toEqual([]);
  });

  test("a browser is told so by a page", async () => {
    const changes = { LEADS_QUEUE: queueThat(refuse), KV: kvThatCannot("put") };
    const { post } = await startProducer({ env: changes });
    const response = await post(urlencoded("email=anna%40example.com"));
    expect(response.status).toBe(503);
    expect((await response.text()).match(/Your details were not saved|again/g)).toHaveLength(2);
  });
});

describe.concurrent("KV is never what loses a lead", () => {
  test.each([
    ["fails", refuse],
    ["hangs", hang],
  ])("KV %s and the form is not known yet: taken, and D1 will find the form", async (_how, get) => {
    const kv = wrapped(env.KV, { get });
    const { post, sent, formKey } = await startProducer({ env: { KV: kv } });
    const response = await post(urlencoded("email=anna%40example.com&_next=https%3A%2F%2Fshop.example"));
    expect([response.status, response.headers.get("location")]).toEqual([
      301,
      "https://leads.test/thank-you",
    ]);
    expect(sent).toMatchObject([{ form_key: formKey, form: null, fields: { email: "anna@example.com" } }]);
  });

  test("KV fails once the form is known: nothing changes", async () => {
    let failing = false;
    const get = (async (key: string, type: "json") => {
      if (failing) throw new Error("KV GET failed: 500");
      return env.KV.get(key, type);
    }) as KVNamespace["get"];
    const { post, sent } = await startProducer({ env: { KV: wrapped(env.KV, { get }) } });
    await post(lead);
    failing = true;
    expect((await post(lead)).status).toBe(202);
    expect(sent[1]?.form).toEqual(sent[0]?.form);
  });
});

describe.concurrent("the local journal", () => {
  const journalThat = (put: Journal["put"]): Journal => ({
    put,
    del: async () => {},
    listStale: async () => [],
  });

  test("keeps a message before the queue has it", async () => {
    const order: string[] = [];
    const kept: QueuedMessage[] = [];
    const journal = journalThat(async (messages) => {
      order.push("journal");
      kept.push(...messages);
    });
    const send: Queue["send"] = async () => {
      order.push("queue");
      return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
    };
    const queue = wrapped(env.LEADS_QUEUE, { send });
    const { post } = await startProducer({ env: { JOURNAL: journal, LEADS_QUEUE: queue } });
    await post(lead);
    expect(order).toEqual(["journal", "queue"]);
    expect(kept).toMatchObject([{ type: "submission", fields: { email: "anna@example.com" } }]);
  });

  test.each([
    ["fails", refuse],
    ["hangs", hang],
  ])("that %s leaves the lead to the spill, because the queue behind it forgets", async (_how, put) => {
    const { post, sent } = await startProducer({ env: { JOURNAL: journalThat(put) } });
    const response = await post(lead);
    expect(response.status).toBe(202);
    expect(await whereIs(response, sent)).toEqual({ queue: false, spill: true });
  });

  test("on a disk that is full takes nothing, nor does KV: the caller is told so", async () => {
    const changes = { JOURNAL: journalThat(refuse), KV: kvThatCannot("put") };
    const { post, sent } = await startProducer({ env: changes });
    expect([(await post(lead)).status, sent]).toEqual([503, []]);
  });

  test("forgets what the caller was told is not taken", async () => {
    const kept = new Set<string>();
    const journal: Journal = {
      put: async (messages) => messages.forEach((message) => kept.add(idOfMessage(message))),
      del: async (ids) => ids.forEach((id) => kept.delete(id)),
      listStale: async () => [],
    };
    const refusing = { LEADS_QUEUE: queueThat(refuse), KV: kvThatCannot("put") };
    const { post } = await startProducer({ env: { JOURNAL: journal, ...refusing } });
    expect((await post(lead)).status).toBe(503);
    expect(kept.size).toBe(0);
  });

  test("that cannot forget it holds up no answer", async () => {
    const journal = { ...journalThat(async () => {}), del: hang };
    const refusing = { LEADS_QUEUE: queueThat(refuse), KV: kvThatCannot("put") };
    const { post } = await startProducer({ env: { JOURNAL: journal, ...refusing } });
    expect((await post(lead)).status).toBe(503);
  });
});

/** The log line of a lead that nothing took. */
async function notTakenLine(init: RequestInit) {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const put = () => Promise.reject(new Error("KV PUT failed: 429"));
  const changes = { LEADS_QUEUE: queueThat(refuse), KV: wrapped(env.KV, { put }) };
  const { post } = await startProducer({ env: changes });
  const response = await post(init);
  const lines = log.mock.calls.map(([line]) => String(line));
  log.mockRestore();
  expect(response.status).toBe(503);
  return lines.filter((line) => line.includes("intake.not_taken")).join();
}

test("the log says why each of queue and KV did not take a lead, and nothing of the person", async () => {
  const line = await notTakenLine(lead);
  expect(JSON.parse(line)).toMatchObject({
    queue_reason: "Queue send failed: 15000",
    kv_reason: "KV PUT failed: 429",
  });
  expect(line).not.toContain("anna");
});

test("the log names no queue that was not asked", async () => {
  const line = JSON.parse(await notTakenLine(bigLead)) as object;
  expect(line).toMatchObject({ kv_reason: "KV PUT failed: 429" });
  expect(line).not.toHaveProperty("queue_reason");
});
