import { performance } from "node:perf_hooks";
import type { CountingReceiver } from "../receiver/start-counting-receiver.ts";
import type { ConsumerUnderTest } from "../runtime/start-consumer.ts";
import { makeSubmissions } from "../submissions/make-submissions.ts";

export const messagesPerSend = 100;
const deadlineMs = 120_000;

export interface Drained {
  leadsPerSecond: number;
  /** D1 calls for each hundred submissions, while leads batches were handled. */
  persistCallsPerHundred: number;
  /** D1 calls for each hundred submissions, while deliveries were handled. */
  deliverCallsPerHundred: number;
}

/** Enqueues submissions while the queue stands still, and times them from its release to the last lead's arrival. */
export async function drainOnce(
  consumer: ConsumerUnderTest,
  receiver: CountingReceiver,
  people: { first: number; count: number },
): Promise<Drained> {
  const submissions = makeSubmissions(people.first, people.count);
  const delivered = receiver.expect(
    submissions.map(({ submission_id }) => submission_id),
    deadlineMs,
  );
  await consumer.clearMeters();
  await consumer.hold();
  for (let sent = 0; sent < people.count; sent += messagesPerSend)
    await consumer.feed(submissions.slice(sent, sent + messagesPerSend));
  const startedAt = performance.now();
  await consumer.release();
  const doneAt = await delivered;
  const meters = await consumer.meters();
  const callsPerHundred = (queue: string) => ((meters[queue]?.calls ?? Number.NaN) * 100) / people.count;
  return {
    leadsPerSecond: (people.count * 1000) / (doneAt - startedAt),
    persistCallsPerHundred: callsPerHundred("leads"),
    deliverCallsPerHundred: callsPerHundred("deliveries"),
  };
}
