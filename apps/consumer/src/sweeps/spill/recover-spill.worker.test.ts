import { kvKeys, kvPrefixes } from "@leadrelay/contracts/kv-keys";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { failing } from "../../../test/failing.ts";
import { fakeQueue } from "../../../test/fake-queue.ts";
import { sampleSubmission } from "../../../test/sample-submission.ts";
import { dependenciesOf, type Dependencies } from "../../dependencies.ts";
import { recoverSpill } from "./recover-spill.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(async () => {
  const { keys } = await env.KV.list({ prefix: kvPrefixes.spill });
  await Promise.all(keys.map(({ name }) => env.KV.delete(name)));
});

const now = 1_700_000_600_000;
const working: Dependencies = { ...dependenciesOf(env), now: () => now };

async function spill(...messages: SubmissionMessage[]) {
  for (const message of messages)
    await env.KV.put(kvKeys.spill(message.submission_id), JSON.stringify(message));
}
const spilled = async () => (await env.KV.list({ prefix: kvPrefixes.spill })).keys.map(({ name }) => name);
const letterOf = (submissionId: string) =>
  env.DB.prepare("SELECT * FROM dead_letters WHERE submission_id = ?").bind(submissionId).first();
const idsOf = (messages: readonly SubmissionMessage[]) =>
  messages.map(({ submission_id }) => submission_id).sort();

describe("spilled submissions", () => {
  it("go back to the queue as they are, and leave KV", async () => {
    const messages = [sampleSubmission(), sampleSubmission({ form: null })];
    await spill(...messages);
    const queue = fakeQueue<SubmissionMessage>();
    expect(await recoverSpill({ ...working, leadsQueue: queue })).toMatchObject({ moved: 2 });
    expect(idsOf(queue.sent)).toEqual(idsOf(messages));
    expect(queue.sent).toContainEqual(messages[1]);
    expect(await spilled()).toEqual([]);
  });

  it("go a hundred a call, however many there are", async () => {
    const messages = Array.from({ length: 230 }, () => sampleSubmission());
    await spill(...messages);
    const queue = fakeQueue<SubmissionMessage>();
    expect(await recoverSpill({ ...working, leadsQueue: queue })).toMatchObject({ moved: 230 });
    expect(idsOf(queue.sent)).toEqual(idsOf(messages));
    expect(queue.calls).toBe(3);
  });

  it("stay while the queue takes nothing, and are not blamed for it", async () => {
    const message = sampleSubmission();
    await spill(message, sampleSubmission());
    const down = { ...working, leadsQueue: fakeQueue<SubmissionMessage>(() => true) };
    for (let minute = 0; minute < 7; minute += 1)
      expect(await recoverSpill(down)).toMatchObject({ moved: 0 });
    expect(await spilled()).toHaveLength(2);
    expect(await letterOf(message.submission_id)).toBeNull();
  });

  it("stay when the queue hangs, which is not waited for", async () => {
    await spill(sampleSubmission(), sampleSubmission());
    const queue = fakeQueue<SubmissionMessage>();
    let asked = 0;
    const sendBatch = () => {
      asked += 1;
      return new Promise<never>(() => {});
    };
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    try {
      const sweeping = recoverSpill({ ...working, leadsQueue: { ...queue, sendBatch } });
      const ended = expect(sweeping).rejects.toThrow("no answer within 10000 ms");
      await vi.waitFor(() => expect(asked).toBe(1), 15_000);
      vi.advanceTimersByTime(10_000);
      await ended;
    } finally {
      vi.useRealTimers();
    }
    expect(asked).toBe(1);
    expect(await spilled()).toHaveLength(2);
  });

  it("are sent twice under the same id when the worker dies before the delete", async () => {
    const message = sampleSubmission();
    await spill(message);
    const queue = fakeQueue<SubmissionMessage>();
    const dying = { ...working, leadsQueue: queue, kv: failing(env.KV, ["delete"]) };
    await expect(recoverSpill(dying)).rejects.toThrow();
    expect(await recoverSpill({ ...working, leadsQueue: queue })).toMatchObject({ moved: 1 });
    expect(queue.sent).toEqual([message, message]);
    expect(await spilled()).toEqual([]);
  });

  it("are all sent when two sweeps run at once", async () => {
    const messages = Array.from({ length: 20 }, () => sampleSubmission());
    await spill(...messages);
    const queue = fakeQueue<SubmissionMessage>();
    const dependencies = { ...working, leadsQueue: queue };
    await Promise.all([recoverSpill(dependencies), recoverSpill(dependencies)]);
    expect(new Set(idsOf(queue.sent))).toEqual(new Set(idsOf(messages)));
    expect(await spilled()).toEqual([]);
  });

  it("are in the journal before they leave KV, where there is one", async () => {
    const message = sampleSubmission();
    await spill(message);
    const kept: string[] = [];
    const put = async (messages: SubmissionMessage[]) => {
      expect(await spilled()).toHaveLength(1);
      kept.push(...idsOf(messages));
    };
    const journal = { put, del: async () => {}, listStale: async () => [] };
    await recoverSpill({ ...working, leadsQueue: fakeQueue(), journal });
    expect(kept).toEqual([message.submission_id]);
  });
});

describe("one that the queue refuses", () => {
  const refusing = (poison: SubmissionMessage) =>
    fakeQueue<SubmissionMessage>((bodies) => idsOf(bodies).includes(poison.submission_id));

  it("keeps back no other, and is a dead letter after five times", async () => {
    const poison = sampleSubmission();
    const spillKey = kvKeys.spill(poison.submission_id);
    const dependencies = { ...working, leadsQueue: refusing(poison) };
    for (let minute = 1; minute <= 5; minute += 1) {
      expect(await letterOf(poison.submission_id)).toBeNull();
      await spill(sampleSubmission(), sampleSubmission());
      if (minute === 1) await env.KV.put(spillKey, JSON.stringify(poison), { metadata: { spilled_at: 5 } });
      expect(await recoverSpill(dependencies)).toMatchObject({ moved: 2 });
      expect(await spilled()).toHaveLength(minute < 5 ? 1 : 0);
      const { metadata } = await env.KV.getWithMetadata(spillKey);
      expect(metadata).toEqual(minute < 5 ? { spilled_at: 5, failures: minute } : null);
    }
    expect(await letterOf(poison.submission_id)).toMatchObject({
      kind: "spill",
      cause: "queue_refuses",
      client_id: "client-1",
      attempts: 5,
      payload_json: JSON.stringify(poison),
    });
  });

  it("and waits alone is not blamed, unless no queue takes its size", async () => {
    const small = sampleSubmission();
    const big = sampleSubmission({ payload: { text: "x".repeat(130_000) } });
    await spill(small, big);
    const dependencies = { ...working, leadsQueue: fakeQueue<SubmissionMessage>(() => true) };
    for (let minute = 1; minute <= 5; minute += 1) await recoverSpill(dependencies);
    expect(await spilled()).toEqual([kvKeys.spill(small.submission_id)]);
    expect(await letterOf(big.submission_id)).toMatchObject({ kind: "spill" });
  });

  it("becomes a letter in KV while D1 is away", async () => {
    const poison = sampleSubmission();
    await env.KV.put(kvKeys.spill(poison.submission_id), JSON.stringify(poison), {
      metadata: { failures: 4 },
    });
    await spill(sampleSubmission());
    const leadDatabase = () => failing(env.DB, ["batch"]);
    await recoverSpill({ ...working, leadsQueue: refusing(poison), leadDatabase });
    expect(await spilled()).toEqual([]);
    const { keys } = await env.KV.list({ prefix: `${kvPrefixes.deadLetter}${now}:` });
    const parked = await Promise.all(keys.map(({ name }) => env.KV.get<object>(name, "json")));
    expect(parked).toContainEqual(
      expect.objectContaining({ letter: expect.objectContaining({ submission_id: poison.submission_id }) }),
    );
  });
});

it.each(["{broken", "null", '{"v":1}', "\u0000"])(
  "a record %o is a dead letter, not dropped",
  async (text) => {
    await env.KV.put(kvKeys.spill(crypto.randomUUID()), text);
    await spill(sampleSubmission());
    expect(await recoverSpill({ ...working, leadsQueue: fakeQueue() })).toMatchObject({ moved: 1 });
    expect(await spilled()).toEqual([]);
    const letter = await env.DB.prepare("SELECT kind FROM dead_letters WHERE payload_json = ?")
      .bind(text)
      .first();
    expect(letter).toEqual({ kind: "invalid_message" });
  },
);
