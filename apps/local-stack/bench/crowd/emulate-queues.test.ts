import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { QueueSettings } from "../runtime/read-queues.ts";
import { emulateQueues, type Ended, type Handed } from "./emulate-queues.ts";

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const settings = (given: Partial<QueueSettings> & { queue: string }): QueueSettings => ({
  maxBatchSize: 1,
  maxBatchTimeoutMs: 0,
  maxConcurrency: Number.POSITIVE_INFINITY,
  maxRetries: 2,
  retryDelaySeconds: 10,
  deadLetterQueue: null,
  ...given,
});

type Handle = (queue: string, batch: readonly Handed[]) => Promise<Partial<Ended>>;

/** Queues whose batches are noted as `second:queue:bodies`, with the tries of a message that has more than one. */
function queuesOf(queues: QueueSettings[], handle: Handle, consumers = 10) {
  const handed: string[] = [];
  const emulated = emulateQueues({
    queues,
    consumers,
    now: Date.now,
    later: (ms, act) => void setTimeout(act, ms),
    handle: async (queue, batch) => {
      const bodies = batch.map(({ body, tries }) => `${String(body)}${tries > 1 ? `*${tries}` : ""}`);
      handed.push(`${Math.floor(Date.now() / 1_000)}:${queue}:${bodies.join("")}`);
      return { retried: [], sent: [], ...(await handle(queue, batch)) };
    },
  });
  return { handed, ...emulated };
}

const lasting =
  (seconds: number): Handle =>
  async () => {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    return {};
  };

test("a batch goes when it is full, or when its oldest message has waited for the timeout", async () => {
  const queues = queuesOf([settings({ queue: "q", maxBatchSize: 2, maxBatchTimeoutMs: 5_000 })], lasting(0));
  for (const body of "abc") queues.send("q", body);
  await vi.advanceTimersByTimeAsync(4_000);
  queues.send("q", "d");
  queues.send("q", "e");
  await vi.advanceTimersByTimeAsync(20_000);
  expect(queues.handed).toEqual(["0:q:ab", "4:q:cd", "9:q:e"]);
});

test("messages gather while all invocations are busy", async () => {
  const queues = queuesOf([settings({ queue: "q", maxBatchSize: 10, maxConcurrency: 1 })], lasting(3));
  queues.send("q", "a");
  await vi.advanceTimersByTimeAsync(1_000);
  for (const body of "bcd") queues.send("q", body);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(queues.handed).toEqual(["0:q:a", "3:q:bcd"]);
});

test("a queue takes no more invocations than its own limit, all no more than there are", async () => {
  const two = [settings({ queue: "q", maxConcurrency: 2 }), settings({ queue: "r" })];
  const queues = queuesOf(two, lasting(1), 3);
  for (const body of "abc") queues.send("q", body);
  for (const body of "de") queues.send("r", body);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(queues.handed).toEqual(["0:q:a", "0:q:b", "0:r:d", "1:q:c", "1:r:e"]);
});

test("the queue whose oldest message waited longest goes first", async () => {
  const queues = queuesOf([settings({ queue: "q" }), settings({ queue: "r" })], lasting(2), 1);
  queues.send("q", "a");
  queues.send("r", "b");
  await vi.advanceTimersByTimeAsync(1_000);
  queues.send("q", "c");
  await vi.advanceTimersByTimeAsync(20_000);
  expect(queues.handed).toEqual(["0:q:a", "2:r:b", "4:q:c"]);
});

test("a message is tried again after its own delay or the queue's, then goes to the dead letters", async () => {
  const two = [settings({ queue: "q", deadLetterQueue: "dlq" }), settings({ queue: "dlq" })];
  const queues = queuesOf(two, async (queue, [message]) => ({
    retried: queue === "dlq" ? [] : [{ index: 0, delaySeconds: message?.tries === 1 ? 1 : null }],
  }));
  queues.send("q", "a");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(queues.handed).toEqual(["0:q:a", "1:q:a*2", "11:q:a*3", "11:dlq:a"]);
});

test("a batch whose handler fails is tried again whole", async () => {
  const queues = queuesOf([settings({ queue: "q", maxBatchSize: 2 })], async (_queue, [message]) => {
    if (message?.tries === 1) throw new Error("crashed");
    return {};
  });
  queues.send("q", "a");
  queues.send("q", "b");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(queues.handed).toEqual(["0:q:ab", "10:q:a*2b*2"]);
});

test("what a handler sends goes to the queue it names, when its delay is over", async () => {
  const queues = queuesOf([settings({ queue: "q" }), settings({ queue: "r" })], async (queue) => ({
    sent: queue === "q" ? [{ queue: "r", body: "b", delaySeconds: 4 }] : [],
  }));
  queues.send("q", "a");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(queues.handed).toEqual(["0:q:a", "4:r:b"]);
  expect(() => queues.send("s", "c")).toThrow("Nobody consumes queue s");
});
