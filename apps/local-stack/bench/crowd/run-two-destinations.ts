import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { startLateReceiver, type LateReceiver } from "../receiver/start-late-receiver.ts";
import { readQueues } from "../runtime/read-queues.ts";
import { startConsumer, type ConsumerUnderTest } from "../runtime/start-consumer.ts";
import { benchDestination, slowTenant } from "../submissions/bench-tenant.ts";
import { makeSubmissions } from "../submissions/make-submissions.ts";
import { emulateQueues, type EmulatedQueues } from "./emulate-queues.ts";
import { d1DelayMs } from "./run-crowd.ts";

/** Leads a second for each destination. */
const perSecond = 12;
const answerAfterMs = { fast: 50, slow: 9_000 };
/** How long the last leads of the fast destination are waited for. */
const patienceMs = 60_000;
/** When its first answers are there, after 9 s, and written down. */
const knownAfterSeconds = 15;
const sweepEveryMs = 60_000;

/** Ms from the queue to the fast receiver, in the order of sending; those that never came count as the time they were waited for. */
export interface FastLatencies {
  latenciesMs: number[];
  /** Of those sent when the slow destination had answered and was known to be slow. */
  onceKnownMs: number[];
  missing: number;
  /** How many leads of the slow destination had arrived when the load ended. */
  slowArrived: number;
}

interface Load {
  seconds: number;
  /** Invocations at once. */
  consumers: number;
  /** Leads for a destination that answers in 9 s between those for the fast one. */
  withSlow: boolean;
}

/** Real handlers behind emulated queues, with leads for a destination that answers at once and, beside it, for one that does not. */
export async function runTwoDestinations({ seconds, consumers, withSlow }: Load): Promise<FastLatencies> {
  const receiver = await startLateReceiver();
  const consumer = await startConsumer(receiver.hook(answerAfterMs.fast));
  const queues = queuesInFrontOf(consumer, consumers);
  const sweeping = setInterval(() => void sweep(consumer, queues).catch(console.error), sweepEveryMs);
  try {
    const destination = {
      ...benchDestination(receiver.hook(answerAfterMs.slow)),
      id: "dst_slow",
    };
    await consumer.addTenant({ ...slowTenant, destination });
    // What a first lead pays for its isolate is not the queues' doing.
    await consumer.handle("leads", makeSubmissions(1_000_000, 1));
    const sentAt = new Map<string, number>();
    const slow = new Set<string>();
    const startedAt = performance.now();
    for (let person = 0; person < seconds * perSecond; person += 1) {
      const [fast] = makeSubmissions(person, 1);
      if (fast !== undefined) sentAt.set(fast.submission_id, performance.now());
      queues.send("leads", fast);
      const [late] = withSlow ? makeSubmissions(person, 1, slowTenant) : [];
      if (late !== undefined) {
        slow.add(late.submission_id);
        queues.send("leads", late);
      }
      await wait(Math.max(0, startedAt + ((person + 1) * 1_000) / perSecond - performance.now()));
    }
    const slowArrived = [...slow].filter((id) => receiver.arrivedAt.has(id)).length;
    return { ...(await latencies(sentAt, receiver)), slowArrived };
  } finally {
    clearInterval(sweeping);
    queues.close();
    await Promise.all([consumer.stop(), receiver.stop()]);
  }
}

function queuesInFrontOf(consumer: ConsumerUnderTest, consumers: number): EmulatedQueues {
  const { consumed, queueOf } = readQueues();
  return emulateQueues({
    queues: consumed,
    consumers,
    now: () => performance.now(),
    later: (ms, act) => void setTimeout(act, ms),
    async handle(queue, batch) {
      const how = { d1DelayMs, tries: batch.map(({ tries }) => tries) };
      const bodies = batch.map(({ body }) => body);
      const { retried, sent } = await consumer.handle(queue, bodies, how);
      return {
        retried,
        sent: sent.map(({ binding, ...message }) => ({ queue: queueOf(binding), ...message })),
      };
    },
  });
}

/** A minute's sweep, which wakes what was not woken. */
async function sweep(consumer: ConsumerUnderTest, queues: EmulatedQueues): Promise<void> {
  const { queueOf } = readQueues();
  const { sent } = await consumer.sweep();
  for (const { binding, body, delaySeconds } of sent) queues.send(queueOf(binding), body, delaySeconds);
}

async function latencies(sentAt: ReadonlyMap<string, number>, { arrivedAt }: LateReceiver) {
  const isMissing = (id: string) => !arrivedAt.has(id);
  const deadline = performance.now() + patienceMs;
  while ([...sentAt.keys()].some(isMissing) && performance.now() < deadline) await wait(50);
  const until = performance.now();
  const latenciesMs = [...sentAt].map(([id, at]) => (arrivedAt.get(id) ?? until) - at);
  return {
    latenciesMs,
    onceKnownMs: latenciesMs.slice(knownAfterSeconds * perSecond),
    missing: [...sentAt.keys()].filter(isMissing).length,
  };
}
