/** What became of a batch that was handed to a handler without a queue. */
interface BatchOutcome {
  acked: number;
  retried: number;
}

/** A batch as the queue would hand it over, at its first try. */
export function madeBatch(queue: string, bodies: readonly unknown[]) {
  const outcome: BatchOutcome = { acked: 0, retried: 0 };
  const ack = () => void (outcome.acked += 1);
  const retry = () => void (outcome.retried += 1);
  const messages = bodies.map((body, index) => ({
    id: String(index),
    timestamp: new Date(),
    body,
    attempts: 1,
    ack,
    retry,
  }));
  const metadata = { metrics: { backlogCount: 0, backlogBytes: 0 } };
  return { outcome, batch: { queue, messages, metadata, ackAll() {}, retryAll: retry } };
}
