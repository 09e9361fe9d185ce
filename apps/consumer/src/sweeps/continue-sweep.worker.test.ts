import { kvKeys, kvPrefixes } from "@leadrelay/contracts/kv-keys";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import type { SweepContinuation } from "@leadrelay/contracts/sweep-continuation";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { lastSweep } from "@leadrelay/db/sweeps/sweep-run";
import {
  applyD1Migrations,
  createExecutionContext,
  createMessageBatch,
  env,
  getQueueResult,
} from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDependencies, testNow } from "../../test/deliver-messages.ts";
import { failing } from "../../test/failing.ts";
import { fakeQueue } from "../../test/fake-queue.ts";
import { limitedCalls } from "../../test/limited-calls.ts";
import { memoryKv } from "../../test/memory-kv.ts";
import { sampleSubmission } from "../../test/sample-submission.ts";
import { rows } from "../../test/tenant.ts";
import { recordDeadLetters } from "../dead-letters/record-dead-letters.ts";
import { submissionLetter } from "../dead-letters/submission-letter.ts";
import { handleDeliveriesBatch } from "../deliveries/handle-deliveries-batch.ts";
import type { Dependencies } from "../dependencies.ts";
import { mostCalls } from "./budget.ts";
import { runSweeps } from "./run-sweeps.ts";

let kv = memoryKv();
const keysOf = async (prefix: string) =>
  (await kv.list({ prefix, limit: 10_000 })).keys.map(({ name }) => name);

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(async () => {
  kv = memoryKv();
  await env.DB.prepare("DELETE FROM dead_letters").run();
});

async function spill(count: number): Promise<SubmissionMessage[]> {
  const messages = Array.from({ length: count }, () => sampleSubmission());
  for (const message of messages) await kv.put(kvKeys.spill(message.submission_id), JSON.stringify(message));
  return messages;
}
const idsOf = (messages: readonly SubmissionMessage[]) =>
  messages.map(({ submission_id }) => submission_id).toSorted();

/** Hands one message to queue `deliveries`; says whether it is put back. */
async function handOver(body: unknown, dependencies: Dependencies): Promise<{ retried: number }> {
  const message = { id: "1", timestamp: new Date(testNow), attempts: 1, body };
  const batch = createMessageBatch("deliveries", [message]);
  await handleDeliveriesBatch(batch, dependencies);
  const { retryMessages } = await getQueueResult(batch, createExecutionContext());
  return { retried: retryMessages.length };
}

type Given = Partial<Dependencies>;
/** A minute's sweeps, then every continuation that they and it ask for; each may ask of its bindings what one invocation may. */
async function sweepToTheEnd(given: Given = {}) {
  const hops: SweepContinuation[] = [];
  const sent: SubmissionMessage[] = [];
  const invoke = async (run: (dependencies: Dependencies) => Promise<unknown>) => {
    const { calls, dependencies, queued } = limitedCalls(mostCalls, kv);
    await run({ ...dependencies, ...given });
    expect(calls.made).toBeLessThanOrEqual(mostCalls);
    sent.push(...queued.leads.sent);
    return queued.deliveries.sent.filter((message) => message.type === "sweep");
  };
  const waiting = await invoke(runSweeps);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const message = next;
    hops.push(message);
    waiting.push(...(await invoke((dependencies) => handOver(message, dependencies))));
  }
  return { hops, sent };
}

const continuation = (given: Partial<SweepContinuation> = {}): SweepContinuation => ({
  v: 1,
  type: "sweep",
  task: "spill",
  from: "",
  hop: 1,
  begun_at: testNow,
  ...given,
});

describe("what is too much for one minute's sweep goes on at once", () => {
  it("five thousand spilled submissions are back, once each, with a minute's sweep and six continuations", async () => {
    const messages = await spill(5_000);
    const { hops, sent } = await sweepToTheEnd();
    expect(hops.map(({ hop }) => hop)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(idsOf(sent)).toEqual(idsOf(messages));
    expect(await keysOf(kvPrefixes.spill)).toEqual([]);
  });

  it("parked letters do", async () => {
    const letters = Array.from({ length: 2_000 }, () =>
      submissionLetter(sampleSubmission(), {
        kind: "poison",
        cause: "failed",
        attempts: 1,
        failedAt: testNow,
      }),
    );
    for (const [index, letter] of letters.entries())
      await kv.put(kvKeys.deadLetter(10_000 + index, letter.id), JSON.stringify({ database: "DB", letter }));
    const { hops } = await sweepToTheEnd();
    expect(hops.map(({ task, hop }) => `${task} ${hop}`)).toEqual([
      "parked dead letters 1",
      "parked dead letters 2",
    ]);
    expect(await keysOf(kvPrefixes.deadLetter)).toEqual([]);
    expect(await rows("SELECT count(*) AS n FROM dead_letters")).toEqual([{ n: letters.length }]);
  });

  it("submissions that waited for D1 do", async () => {
    const messages = Array.from({ length: 2_300 }, () => sampleSubmission());
    const failure = { kind: "storage_unavailable", cause: "failed", attempts: 3, failedAt: testNow } as const;
    await recordDeadLetters(
      testDependencies(),
      messages.map((message) => submissionLetter(message, failure)),
    );
    const { hops, sent } = await sweepToTheEnd();
    expect(hops.map(({ task, hop }) => `${task} ${hop}`)).toEqual(["storage letters 1", "storage letters 2"]);
    expect(idsOf(sent)).toEqual(idsOf(messages));
  });

  it("nothing asks to go on where all of it was done", async () => {
    await spill(150);
    expect((await sweepToTheEnd()).hops).toEqual([]);
  });
});

describe("a sweep does not go on for ever", () => {
  it("while the queue takes nothing nobody asks for more, and all stays", async () => {
    await spill(1_200);
    const leadsQueue = fakeQueue<SubmissionMessage>(() => true);
    expect((await sweepToTheEnd({ leadsQueue })).hops).toEqual([]);
    expect(await keysOf(kvPrefixes.spill)).toHaveLength(1_200);
  });

  it("a queue that begins to refuse ends the chain", async () => {
    await spill(2_000);
    let taken = 0;
    const leadsQueue = fakeQueue<SubmissionMessage>((bodies) => (taken += bodies.length) > 700);
    const { hops } = await sweepToTheEnd({ leadsQueue });
    expect(hops.length).toBeLessThanOrEqual(2);
    expect(await keysOf(kvPrefixes.spill)).toHaveLength(2_000 - leadsQueue.sent.length);
  });

  it("one that the queue refuses is blamed once, however often its sweep goes on", async () => {
    const poison = sampleSubmission({ submission_id: "0" });
    await kv.put(kvKeys.spill("0"), JSON.stringify(poison));
    await spill(1_500);
    const leadsQueue = fakeQueue<SubmissionMessage>((bodies) =>
      bodies.some(({ submission_id }) => submission_id === "0"),
    );
    const { hops } = await sweepToTheEnd({ leadsQueue });
    expect(hops.length).toBeGreaterThan(0);
    const { metadata } = await kv.getWithMetadata(kvKeys.spill("0"));
    expect(metadata).toEqual({ failures: 1 });
    expect(await keysOf(kvPrefixes.spill)).toEqual([kvKeys.spill("0")]);
  });

  it("a chain that is a minute old does nothing: the next minute has begun", async () => {
    await spill(1);
    const { calls, dependencies } = limitedCalls(mostCalls, kv);
    const late = continuation({ begun_at: testNow - 60_000 });
    expect(await handOver(late, dependencies)).toEqual({ retried: 0 });
    expect(calls.made).toBe(0);
  });

  it("a hop beyond the last is no message of ours", async () => {
    await spill(1);
    const { calls, dependencies } = limitedCalls(mostCalls, kv);
    expect(await handOver(continuation({ hop: 21 }), dependencies)).toEqual({ retried: 0 });
    expect(calls.made).toBe(0);
  });
});

describe("a continuation that", () => {
  it("comes twice at once moves everything, the same under the same ids", async () => {
    const messages = await spill(120);
    const dependencies = testDependencies({ kv });
    await Promise.all([handOver(continuation(), dependencies), handOver(continuation(), dependencies)]);
    expect(new Set(idsOf(dependencies.leadsQueue.sent))).toEqual(new Set(idsOf(messages)));
    expect(await keysOf(kvPrefixes.spill)).toEqual([]);
  });

  it("fails is not tried again: that is the next minute's", async () => {
    await spill(1_000);
    const dependencies = testDependencies({ kv });
    const dying = { ...dependencies, kv: failing(kv, ["delete"]) };
    expect(await handOver(continuation(), dying)).toEqual({ retried: 0 });
    expect(dependencies.deliveriesQueue.sent).toEqual([]);
  });

  it("cannot be queued keeps back nothing, and is no failure of the sweep", async () => {
    await spill(1_000);
    const deliveriesQueue = fakeQueue<never>(() => true);
    await sweepToTheEnd({ deliveriesQueue });
    expect(deliveriesQueue.calls).toBe(1);
    expect((await runOne(env.DB, lastSweep(pipelineScope)))?.failed).toEqual({});
    await sweepToTheEnd({ now: () => testNow + 60_000 });
    expect(await keysOf(kvPrefixes.spill)).toEqual([]);
  });
});
